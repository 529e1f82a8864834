import { type OmcClient, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';

type Fault = readonly [secondsAgo: number, object: string, alarmId: number, text: string];

/** What an NE of the scene requires: radio units behind two ports of a board, cells on them, a core behind SCTP links. */
const topology = (place: number) => ({
  site: `Site=${place}`,
  subnet: 'Subnet=1',
  requires: [['network//Hub=1']],
  objects: [
    { object: 'Rru=0-60-0', requires: [['Board=0-0-3,IrPort=0']] },
    { object: 'Rru=0-61-0', requires: [['Rru=0-60-0']] },
    { object: 'Rru=0-62-0', requires: [['Board=0-0-3,IrPort=1']] },
    { object: 'S1Interface=0', requires: [['SctpLink=0']] },
    { object: 'ControlPlane=0', requires: [['SctpLink=0', 'SctpLink=1']] },
    { object: 'X2Interface=1', requires: [['SctpLink=2']] },
    ...[60, 61, 62].map((rru, cell) => ({
      object: `Cell=${cell + 1}`,
      requires: [[`Rru=0-${rru}-0`], ['S1Interface=0', 'S1Interface=1']],
    })),
  ],
});

/** What goes wrong, NE by NE: a few causes with their symptoms, and some that stand on their own. */
const faults: readonly (readonly Fault[])[] = [
  [
    [5460, 'SatelliteCard=0', 26122, 'Fewer than 4 satellites locked'],
    [3120, 'Rru=0-62-0,TxChannel=1', 26529, 'VSWR 2.1 above 1.8'],
  ],
  [
    [2410, 'SctpLink=2', 25955, 'Peer address does not answer'],
    [2408, 'X2Interface=1', 29204, 'X2AP: transport lost'],
  ],
  [
    [1261, 'SctpLink=0', 25888, 'No heartbeat'],
    [1259, 'SctpLink=1', 25888, 'No heartbeat'],
    [1258, 'S1Interface=0', 29201, 'S1AP: transport lost'],
    [1257, 'ControlPlane=0', 29213, 'No S1 link to any MME'],
  ],
  [
    [845, 'Power=0', 25622, 'Mains at 168 V'],
    [540, 'Rru=0-61-0,Port=1', 26508, 'IR link layer errors'],
  ],
  [
    [192, 'Board=0-0-3,IrPort=0', 26321, 'Optical module not in place'],
    [190, 'Rru=0-60-0', 26235, 'RRU does not answer'],
    [189, 'Rru=0-61-0', 26235, 'RRU does not answer'],
    [187, 'Cell=1', 29240, 'No carrier'],
    [186, 'Cell=2', 29240, 'No carrier'],
  ],
];

/** Lets a small network have an ordinary bad night. Answers how many alarms that are, and what ends the network. */
export async function startNightScene(client: OmcClient) {
  for (const alarmId of [29240, 25888])
    await client.setFilter({ alarmId, createWindow: 0, restoreWindow: 0 });
  const elements = faults.map((_, place) => new SimulatedElement({ id: `eNB-1000${17 + place * 9}` }));
  for (const [place, element] of elements.entries()) {
    await element.start();
    await client.addNe({ id: element.id, host: '127.0.0.1', port: element.port });
    await client.request('PUT', `/api/v1/nes/${element.id}/topology`, topology(place + 1));
  }
  await until('the links', () => elements.every((element) => element.isConnected));
  for (const [place, element] of elements.entries())
    for (const [secondsAgo, object, alarmId, text] of faults[place] ?? [])
      element.report({ at: Date.now() - secondsAgo * 1000, object, alarmId, text, state: 'fault' });
  const stop = async () => {
    for (const element of elements) await element.stop();
  };
  return { alarms: faults.flat().length, stop };
}
