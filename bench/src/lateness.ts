import type { LiveChange } from '@omc/api';
import { latenessBetween } from './measure/lateness-between.js';
import { pass } from './measure/pass.js';
import { percentilesOf } from './measure/percentiles.js';
import { progress } from './measure/progress.js';
import { rounded } from './measure/rounded.js';
import { inDatabase } from './stage/bench-database.js';
import { runBench } from './stage/run-bench.js';
import type { Stage } from './stage/stage.js';

/**
 * How long after it falls due a decision is published, and is on a console, while other NEs report inside their
 * windows. The console is a process of the same machine, so that both go by one clock. Baseline: the same with next
 * to no changes.
 */
const BESIDE_NES = 1000;
const BESIDE_KEYS = 50;
const BESIDE_PER_SECOND = 10_000;
const NES = 500;
const KEYS = 50;
const WARM_UP_MS = 6_000;
const MEASURED_MS = 20_000;

await runBench('lateness', async (stage) => {
  const beside = await stage.startLoad<number>('load/toggling-nes', BESIDE_NES, BESIDE_KEYS);
  const load = await stage.startLoad<number>('load/deciding-nes', NES, KEYS);
  const client = await stage.client();
  await client.setFilter({ alarmId: 29243, createWindow: 1, restoreWindow: 1 });
  await stage.addNes('toggling', BESIDE_NES, beside.ready);
  await stage.addNes('deciding', NES, load.ready);
  await beside.ask('pace', BESIDE_PER_SECOND);
  const measured = async (perSecond: number) => {
    progress(`${perSecond} changes/s`);
    await load.ask('decide', perSecond);
    await pass(WARM_UP_MS);
    const figures = await watched(stage);
    await load.ask('stop');
    return figures;
  };
  const few = await measured(30);
  const at1000 = await measured(1_000);
  const at10000 = await measured(10_000);
  const slower = (figures: typeof few) => rounded(figures.dueToConsoleMs.p99 / few.dueToConsoleMs.p99);
  return {
    reportsPerSecondBeside: BESIDE_PER_SECOND,
    at1000,
    at10000,
    baselines: { few },
    ratios: { p99At1000: slower(at1000), p99At10000: slower(at10000) },
  };
});

/** Watches for a while what comes to a console, and when. */
async function watched(stage: Stage) {
  const watch = await stage.watch();
  const latenciesMs: number[] = [];
  const shownAt = new Map<string, number>();
  let changes = 0;
  watch.onChange = ({ alarm }: LiveChange, at: number) => {
    changes += 1;
    shownAt.set(`${alarm.id} ${alarm.version}`, at);
    // The raise, or the clear; what lies between is no decision.
    const decidedAt = alarm.version === 1 ? alarm.raisedAt : alarm.clearedAt;
    if (decidedAt !== null) latenciesMs.push(at - Date.parse(decidedAt));
  };
  const before = await stage.metrics();
  const cpuBefore = stage.omc.cpuSeconds();
  const startedAt = performance.now();
  await pass(MEASURED_MS);
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuPerSecond = rounded((stage.omc.cpuSeconds() - cpuBefore) / seconds);
  const publishedMs = latenessBetween(before, await stage.metrics());
  watch.close();
  const storedToConsoleMs = await storedToConsole(stage, shownAt);
  return {
    changesPerSecond: Math.round(changes / seconds),
    cpuPerSecond,
    publishedMs,
    storedToConsoleMs,
    dueToConsoleMs: percentilesOf(latenciesMs),
  };
}

/** From the begin of the transaction that stored a change to the console: a little more than from its commit. */
async function storedToConsole(stage: Stage, shownAt: ReadonlyMap<string, number>) {
  const latenciesMs: number[] = [];
  await inDatabase(stage.database.url, async (client) => {
    const { rows } = await client.query<{ change: string; at: number }>(
      `select alarm || ' ' || version as change, extract(epoch from recorded_at)::float8 * 1000 as at
       from alarm_change where recorded_at > now() - interval '1 minute'`,
    );
    for (const { change, at } of rows) {
      const shown = shownAt.get(change);
      if (shown !== undefined) latenciesMs.push(shown - at);
    }
  });
  return percentilesOf(latenciesMs);
}
