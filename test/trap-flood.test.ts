import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { encodeNotification, encodeOmcAlarm, OMC_ALARM } from '@omc/wire';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

/** More than any receive buffer that is asked for can hold. */
const FLOOD = 40_000;

const trap = encodeNotification(
  {
    oid: OMC_ALARM,
    varbinds: encodeOmcAlarm({ ne: 'eNB-6', object: 'Cell=1', alarmId: 29240, state: 'fault' }),
  },
  { community: 'public', requestId: 1 },
);

describe('a flood of traps', () => {
  let omc: OmcProcess;
  let client: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await client.addNe({ id: 'eNB-6', kind: 'snmp', host: '127.0.0.6', port: 161 });
  });

  afterAll(async () => omc?.remove());

  const figure = (metrics: string, name: string) =>
    Number(
      metrics
        .split('\n')
        .find((line) => line.startsWith(`${name} `))
        ?.split(' ')[1] ?? 0,
    );

  it('that nobody reads in time is counted, one by one, as dropped by the kernel', async () => {
    const socket = createSocket('udp4');
    socket.connect(omc.trapPort, '127.0.0.1');
    await once(socket, 'connect');
    process.kill(omc.pid, 'SIGSTOP');
    try {
      for (let sent = 0; sent < FLOOD; sent += 100)
        await Promise.all(Array.from({ length: 100 }, () => sendOne(socket)));
    } finally {
      process.kill(omc.pid, 'SIGCONT');
    }
    socket.close();
    let reports = 0;
    let drops = 0;
    await until('every trap to be a report or a drop', async () => {
      const { body } = await client.get<string>('/metrics');
      reports = figure(body, 'omc_snmp_notifications{outcome="reports"}');
      drops = figure(body, 'omc_rejected_total{source="snmp",reason="kernel-drop"}');
      return reports + drops >= FLOOD;
    });
    expect(reports + drops).toBe(FLOOD);
    expect(drops).toBeGreaterThan(0);
    expect(reports).toBeGreaterThan(0);
  });
});

function sendOne(socket: ReturnType<typeof createSocket>): Promise<void> {
  return new Promise((resolve, reject) => {
    socket.send(trap, (error) => (error === null ? resolve() : reject(error)));
  });
}
