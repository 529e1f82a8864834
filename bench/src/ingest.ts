import { copyAgain, insertAgain } from './baseline/write-again.js';
import type { LoadProcess } from './load/load-process.js';
import { memoryOf } from './measure/memory-of.js';
import { pass } from './measure/pass.js';
import type { Percentiles } from './measure/percentiles.js';
import { progress } from './measure/progress.js';
import { rounded } from './measure/rounded.js';
import { inDatabase } from './stage/bench-database.js';
import { runBench } from './stage/run-bench.js';
import type { Stage } from './stage/stage.js';

/**
 * Reports acknowledged after their commit, of NEs whose cells toggle inside their windows: as many as the OMC
 * takes, then as many as its latency is to be told at. Baselines: receiving the same bytes without an OMC, and
 * writing the same journal without one.
 */
const NES = Number(process.env['BENCH_NES'] ?? 2000);
const KEYS = 50;
/** Of each NE, while as much is sent as the OMC takes. */
const UNACKED = Number(process.env['BENCH_UNACKED'] ?? 100);
const PACED_PER_SECOND = 20_000;
const WARM_UP_MS = 5_000;
const MEASURED_MS = Number(process.env['BENCH_SECONDS'] ?? 20) * 1000;
const BASELINE_MS = 5_000;
const ROWS = 300_000;

interface Figures {
  readonly acked: number;
  readonly latencyMs: Percentiles;
}

await runBench('ingest', async (stage) => {
  const load = await stage.startLoad<number>('load/toggling-nes', NES, KEYS);
  await stage.addNes('toggling', NES, load.ready);
  progress('as many reports as it takes');
  const saturated = await measured(load, () => load.ask('saturate', UNACKED), stage.omc);
  progress(`${saturated.ackedPerSecond} reports/s; now ${PACED_PER_SECOND}/s`);
  const paced = await measured(load, () => load.ask('pace', PACED_PER_SECOND), stage.omc);
  const memory = memoryOf(stage.omc.pid);
  await stage.omc.end();
  const bareReceiver = await receivedBare(stage, load);
  const database = await writtenBare(stage.database.url);
  const ratioTo = (perSecond: number) => rounded(saturated.ackedPerSecond / perSecond);
  return {
    nes: NES,
    keysPerNe: KEYS,
    saturated,
    paced: { offeredPerSecond: PACED_PER_SECOND, ...paced },
    ...memory,
    baselines: { bareReceiver, ...database },
    ratios: {
      toBareReceiver: ratioTo(bareReceiver.ackedPerSecond),
      toCopy: ratioTo(database.copy.rowsPerSecond),
      toInsert: ratioTo(database.insert.rowsPerSecond),
    },
  };
});

/** Lets a load run, and tells of the time after it has warmed up. */
async function measured(
  load: LoadProcess<number>,
  begin: () => Promise<null>,
  receiver: { cpuSeconds(): number | Promise<number> },
  measuredMs = MEASURED_MS,
) {
  await begin();
  await pass(Math.min(WARM_UP_MS, measuredMs));
  const before = await load.ask<Figures>('figures');
  const cpuBefore = await receiver.cpuSeconds();
  const startedAt = performance.now();
  await pass(measuredMs);
  const after = await load.ask<Figures>('figures');
  const seconds = (performance.now() - startedAt) / 1000;
  const cpuSeconds = (await receiver.cpuSeconds()) - cpuBefore;
  await load.ask('stop');
  const acked = after.acked - before.acked;
  return {
    ackedPerSecond: Math.round(acked / seconds),
    cpuPerSecond: rounded(cpuSeconds / seconds),
    cpuMicrosecondsPerReport: rounded((cpuSeconds / acked) * 1e6),
    ackLatencyMs: after.latencyMs,
  };
}

function receivedBare(stage: Stage, load: LoadProcess<number>) {
  progress('baseline: the same bytes, only received');
  return stage
    .startLoad('baseline/bare-receiver', load.ready, NES)
    .then((receiver) =>
      measured(
        load,
        () => load.ask('saturate', UNACKED),
        { cpuSeconds: () => receiver.ask<number>('cpuSeconds') },
        BASELINE_MS,
      ),
    );
}

function writtenBare(url: string) {
  progress('baseline: the same journal, only written');
  return inDatabase(url, async (client) => ({
    copy: await copyAgain(client, 'journal', ROWS),
    insert: await insertAgain(client, 'journal', ROWS),
  }));
}
