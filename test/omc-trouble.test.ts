import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { AlarmResource } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { type EmbeddedPostgres, startPostgres } from '@omc/postgres';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { DatabaseProxy } from './chaos/database-proxy.js';

/** What the OMC is short of itself is an alarm like any other. */
describe('the OMC in trouble', () => {
  let dataDir: string;
  let postgres: EmbeddedPostgres;
  let proxy: DatabaseProxy;
  let omc: OmcProcess;
  let client: OmcClient;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'omc-trouble-'));
    // The server of root's tests runs as another user, who has to get here.
    await chmod(dataDir, 0o755);
    postgres = await startPostgres({ dataDir, onProgress: () => undefined });
    proxy = new DatabaseProxy(postgres.url);
    await proxy.admit();
    omc = await makeOmc({ DATABASE_URL: proxy.url, OMC_DISK_LEAST_FREE_PERCENT: '99' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
  });

  afterAll(async () => {
    await omc?.remove();
    await proxy?.refuse();
    await postgres?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  async function the(trouble: string): Promise<AlarmResource | undefined> {
    const alarms = await client.alarms('?ne=network&alarmId=90004&state=all');
    return alarms.find(({ object }) => object.endsWith(`,Trouble=${trouble}`));
  }

  async function troubles(): Promise<string[]> {
    const response = await fetch(`${omc.url}/readyz`);
    return ((await response.json()) as { troubles: string[] }).troubles;
  }

  it('tells that its disk is nearly full, once, also over a restart', async () => {
    await until('the alarm', async () => (await the('Disk')) !== undefined);
    const alarm = await the('Disk');
    expect(alarm).toMatchObject({ state: 'active', severity: 'major', correlation: { role: 'standalone' } });
    expect(alarm?.object).toMatch(/^Omc=[A-Za-z0-9._-]+,Trouble=Disk$/);
    expect(alarm?.text).toMatch(/^[\d.]+ % of the disk of the data directory is free$/);
    await omc.end();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    await until('the same look', async () => (await troubles()).includes('Disk'));
    expect(await client.alarms('?ne=network&alarmId=90004&state=all')).toMatchObject([{ id: alarm?.id }]);
  });

  it('tells that its database was away, when it is back, with the times at which it was', async () => {
    const before = Date.now();
    await proxy.refuse();
    await until('the trouble', async () => (await troubles()).includes('Database'));
    const away = Date.now();
    await proxy.admit();
    await until('the clear', async () => (await the('Database'))?.state === 'cleared');
    const alarm = await the('Database');
    const [faultAt, raisedAt, clearedAt] = [alarm?.faultAt, alarm?.raisedAt, alarm?.clearedAt].map((at) =>
      Date.parse(at ?? ''),
    ) as [number, number, number];
    expect(alarm).toMatchObject({ clearedBy: 'derived' });
    expect(alarm?.text).toMatch(/^The database does not answer: .*ECONNREFUSED/);
    expect(faultAt).toBeGreaterThanOrEqual(before - 100);
    expect(raisedAt - faultAt).toBeGreaterThanOrEqual(5_000);
    expect(raisedAt).toBeLessThanOrEqual(away + 100);
    expect(clearedAt).toBeGreaterThanOrEqual(raisedAt);
    expect(await troubles()).toEqual(['Disk']);
  });
});
