import { chmod, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { makeOmc, until } from '@omc/harness';
import { type EmbeddedPostgres, startPostgres } from '@omc/postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFailed } from 'vitest';
import { DatabaseProxy } from './chaos/database-proxy.js';
import { Scene } from './chaos/scene.js';
import type { WatchedElement } from './chaos/watched-element.js';

const SEED = Number(process.env['OMC_OUTAGE_SEED'] ?? Date.now() % 1_000_000);
const FLOOD = 100_000;
const FLOODED = { object: 'X2Interface=1', alarmId: 29204 };
/** More than the three that make an NE disconnected when they stay unanswered. */
const HANDSHAKES = 6;
/** An OMC that kept the flood in its memory would take several times as much. */
const MOST_MIB = 120;

/** A PostgreSQL of its own (`DATABASE_URL`), and a proxy before it that does harm. */
describe(`an OMC whose database is away for a while (seed ${SEED})`, () => {
  let dataDir: string;
  let postgres: EmbeddedPostgres;
  let proxy: DatabaseProxy;
  let scene: Scene;
  let flooding: WatchedElement;

  beforeAll(async () => {
    dataDir = await mkdtemp(join(tmpdir(), 'omc-outage-'));
    // The server of root's tests runs as another user, who has to get here.
    await chmod(dataDir, 0o755);
    postgres = await startPostgres({ dataDir, onProgress: () => undefined });
    proxy = new DatabaseProxy(postgres.url);
    await proxy.admit();
    const environment = {
      DATABASE_URL: proxy.url,
      OMC_DATABASE_PATIENCE_S: '2',
      OMC_HANDSHAKE_INTERVAL_S: '0.5',
    };
    scene = new Scene(await makeOmc(environment), SEED, 3);
    await scene.begin();
    flooding = scene.elements[0] as WatchedElement;
  });

  afterAll(async () => {
    await scene?.end();
    await proxy?.refuse();
    await postgres?.stop();
    await rm(dataDir, { recursive: true, force: true });
  });

  beforeEach(() => onTestFailed(() => console.error(scene.omc.output.slice(-4_000))));

  /** Answers of `/readyz`: its status, and what it says of the database. */
  async function readiness(): Promise<{ status: number; database: string }> {
    const response = await fetch(`${scene.omc.url}/readyz`);
    const { checks } = (await response.json()) as { checks: { database: string } };
    return { status: response.status, database: checks.database };
  }

  /** Reports the same fault again and again, as fast as the process can. */
  async function flood(): Promise<void> {
    for (let sent = 0; sent < FLOOD; sent += 2_000) {
      const at = Date.now() - 10;
      flooding.element.reportAll(Array.from({ length: 2_000 }, () => ({ ...FLOODED, state: 'fault', at })));
      await nextTurn();
    }
  }

  /** Waits until the NEs were asked for so many more handshakes; the flooding one is too busy to read them. */
  async function handshakes(count: number): Promise<void> {
    const others = scene.elements.slice(1);
    const before = others.map((each) => each.handshakes);
    await until('handshakes', () => others.every((each, i) => each.handshakes >= (before[i] ?? 0) + count));
  }

  it('stops acknowledging and reading while it is refused, and says why it is not ready', async () => {
    await scene.reports(200);
    await proxy.refuse();
    await until('the trouble to be seen', async () => {
      const { status, database } = await readiness();
      return status === 503 && /127\.0\.0\.1:\d+.*ECONNREFUSED/.test(database);
    });
    const acked = scene.elements.map(({ element }) => element.acked);
    const before = scene.omc.residentMiB();
    await flood();
    await handshakes(HANDSHAKES);
    expect(flooding.element.sent).toBeLessThan(flooding.element.lastSeq - FLOOD / 4);
    expect(scene.elements.map(({ element }) => element.acked)).toEqual(acked);
    expect(scene.omc.residentMiB() - before).toBeLessThan(MOST_MIB);
  });

  it('goes on by itself when it is admitted again: nothing is lost, doubled or disconnected', async () => {
    await proxy.admit();
    await until('the return', async () => (await readiness()).status === 200);
    await scene.heard();
    const [flooded, ...others] = await scene.expectAsTold('the flood');
    expect(flooded).toMatchObject({ ...FLOODED, state: 'active', reports: FLOOD });
    expect(others).toEqual([]);
  });

  it('stores each batch once where the answers to commits are lost', async () => {
    for (let round = 0; round < 5; round++) {
      await scene.reports(20);
      proxy.answersToLose = 3;
      await until('the losses', () => proxy.answersToLose === 0);
    }
    await scene.heard();
  });

  it('takes new connections where the ones that it has are cut', async () => {
    for (let round = 0; round < 10; round++) {
      await scene.reports(20);
      proxy.cut();
    }
    await scene.heard();
  });

  it('does not wait for ever for an answer over a connection that froze', async () => {
    await scene.reports(50);
    proxy.freeze(false);
    await scene.reports(20);
    await scene.heard();
    expect(scene.omc.output).toContain('it does not answer in time');
    await until('its readers', async () => (await readiness()).status === 200);
  });

  it('tells the truth after all of that', async () => {
    expect(await scene.expectAsTold('losses, cuts and a freeze')).toMatchObject([{ reports: FLOOD }]);
  });

  it('ends in order although the database answers nothing, and goes on after a start', async () => {
    await scene.reports(50);
    proxy.freeze(true);
    await scene.reports(50);
    expect(await scene.omc.end('SIGTERM')).toBe(0);
    proxy.cut();
    await proxy.admit();
    await scene.omc.start();
    await scene.list.follow(scene.client);
    await scene.heard();
    expect(await scene.expectAsTold('an end without a database')).toMatchObject([{ reports: FLOOD }]);
  });
});
