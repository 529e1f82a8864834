import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HandMadeNe } from './hand-made-ne.js';

const NES = 300;

describe('a network that restarts all at once', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  const nes = Array.from({ length: NES }, (_, i) => new HandMadeNe(`ne-${i}`));

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '1', OMC_RECONNECT_INTERVAL_S: '2' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    for (const ne of nes) await client.addNe({ id: ne.id, host: '127.0.0.1', port: await ne.listen() });
    await allAreUp();
  });

  afterAll(async () => {
    await Promise.all(nes.map((ne) => ne.hangUp(false)));
    await omc?.remove();
  });

  async function links(state: string): Promise<number> {
    const { body } = await client.get<string>('/metrics');
    return Number(new RegExp(`^omc_links\\{state="${state}"\\} (\\d+)$`, 'm').exec(body)?.[1]);
  }

  const allAreUp = () => until('all links', async () => (await links('connected')) === NES);
  const visits = () => nes.map((ne) => ne.visits);

  it('is dialled once each where it is back at once: nobody is disconnected', async () => {
    const before = visits();
    await Promise.all(nes.map((ne) => ne.hangUp()));
    await until('another visit to each', () => nes.every(({ visits }, i) => visits > (before[i] ?? 0)));
    await allAreUp();
    expect(visits()).toEqual(before.map((count) => count + 1));
    expect(await client.alarms('?alarmId=301&state=all&limit=1000')).toEqual([]);
  });

  it('is disconnected where it stays away, and all back with one dial each when it returns', async () => {
    const before = visits();
    await Promise.all(nes.map((ne) => ne.hangUp(false)));
    await until('all disconnections', async () => (await links('disconnected')) === NES);
    expect(await client.alarms('?alarmId=90003')).toHaveLength(1);
    await Promise.all(nes.map((ne) => ne.listen()));
    await allAreUp();
    expect(visits()).toEqual(before.map((count) => count + 1));
    await until('the clears', async () => (await client.alarms('?alarmId=301,90003')).length === 0);
  });
});
