import type { AlarmResource } from '@omc/api';
import type { Answer, OmcClient } from '@omc/harness';
import type { Client } from 'pg';
import { fillHistory } from './lists/fill-history.js';
import { type ListKind, listKinds } from './lists/list-kinds.js';
import { type Percentiles, percentilesOf } from './measure/percentiles.js';
import { progress } from './measure/progress.js';
import { rounded } from './measure/rounded.js';
import { inDatabase } from './stage/bench-database.js';
import { runBench } from './stage/run-bench.js';

/**
 * Pages of the list of alarms over HTTP, with many filters and sorts, in front of a long history. Of each kind half of
 * the pages are first ones, half lie behind one by its cursor. Baseline: the first page by SQL, with nothing around it.
 */
const NES = 2000;
const ACTIVE = Number(process.env['BENCH_ACTIVE'] ?? 100_000);
const CLEARED = Number(process.env['BENCH_CLEARED'] ?? 5_000_000);
/** Pages of each kind. */
const PAGES = Number(process.env['BENCH_PAGES'] ?? 100);
const LIMIT = 100;
/** Only kinds whose names contain this. */
const KINDS = process.env['BENCH_KINDS'] ?? '';

interface Page {
  readonly items: AlarmResource[];
  readonly nextCursor: string | null;
}

await runBench('lists', async (stage) => {
  await stage.omc.end();
  await inDatabase(stage.database.url, (client) =>
    fillHistory(client, { nes: NES, active: ACTIVE, cleared: CLEARED }),
  );
  progress('starting the OMC on it');
  await stage.omc.start();
  const client = await stage.client();
  const kinds: Record<string, Percentiles> = {};
  const all: number[] = [];
  for (const kind of listKinds(NES).filter(({ name }) => name.includes(KINDS))) {
    const samples = await pagesOf(client, kind);
    all.push(...samples);
    const told = percentilesOf(samples);
    kinds[kind.name] = told;
    progress(`${kind.name}: p50 ${told.p50} ms, p99 ${told.p99} ms`);
  }
  const baseline = await inDatabase(stage.database.url, bareSelects);
  const total = percentilesOf(all);
  return {
    active: ACTIVE,
    cleared: CLEARED,
    pageMs: total,
    slowest: Object.entries(kinds).sort(([, a], [, b]) => b.p99 - a.p99)[0],
    kinds,
    baselines: { bareSelectMs: baseline },
    ratios: { p50ToBareSelect: rounded(total.p50 / baseline.p50) },
  };
});

/** Milliseconds of each page. */
async function pagesOf(client: OmcClient, { name, query }: ListKind): Promise<number[]> {
  const samples: number[] = [];
  let cursor: string | null = null;
  for (let i = 0; samples.length < PAGES; i++) {
    const behind: string = cursor === null ? '' : `&cursor=${cursor}`;
    // What lies behind a page is of the same query.
    const path: string = `/api/v1/alarms?limit=${LIMIT}&${query(cursor === null ? i : i - 1)}${behind}`;
    const startedAt = performance.now();
    const { status, body }: Answer<Page> = await client.get<Page>(path);
    samples.push(performance.now() - startedAt);
    if (status !== 200) throw new Error(`${name}: ${status} for ${path}`);
    cursor = cursor === null ? body.nextCursor : null;
  }
  return samples;
}

async function bareSelects(client: Client): Promise<Percentiles> {
  const samples: number[] = [];
  for (let i = 0; i < PAGES; i++) {
    const startedAt = performance.now();
    await client.query(
      `select * from alarm where state = 'active' order by raised_at desc, id desc limit ${LIMIT}`,
    );
    samples.push(performance.now() - startedAt);
  }
  return percentilesOf(samples);
}
