import { memoryOf } from './measure/memory-of.js';
import { pass } from './measure/pass.js';
import { progress } from './measure/progress.js';
import { rounded } from './measure/rounded.js';
import { runBench } from './stage/run-bench.js';
import type { Stage } from './stage/stage.js';

/**
 * Very many NEs that have nothing to say, supervised: what their handshakes cost, over two intervals. Then all of them
 * restart at once: how soon they are back, and how they are dialled meanwhile. The interval is half of the default, so
 * handshakes come twice as often. Baseline: bare sockets with the same lines.
 */
const NES = Number(process.env['BENCH_NES'] ?? 10_000);
const INTERVAL_S = Number(process.env['BENCH_INTERVAL_S'] ?? 30);
const INTERVALS = 2;
const LOOK_EVERY_MS = 250;

interface Visits {
  readonly count: number;
  readonly mostWithinASecond: number;
}

await runBench(
  'handshakes',
  async (stage) => {
    const load = await stage.startLoad<number>('load/handshaking-nes', NES, 0);
    const startRssMiB = memoryOf(stage.omc.pid).rssMiB;
    await stage.addNes('calm', NES, load.ready);
    progress(`${INTERVALS} intervals of ${INTERVAL_S} s`);
    const calm = await costOf(() => stage.omc.cpuSeconds());
    const memory = memoryOf(stage.omc.pid);
    await load.end();
    progress('all NEs restart');
    const anew = await stage.startLoad<number>('load/handshaking-nes', NES, load.ready);
    const restart = await untilAllAreBack(stage);
    const visits = await anew.ask<Visits>('visits');
    const afterRestart = memoryOf(stage.omc.pid);
    await stage.omc.end();
    progress('baseline: bare sockets');
    const bare = await stage.startLoad('baseline/bare-supervisor', load.ready, NES, INTERVAL_S * 1000);
    const bareCalm = await costOf(() => bare.ask<number>('cpuSeconds'), 1);
    const bareSockets = { cpuPerSecond: bareCalm, ...memoryOf(await bare.ask<number>('processId')) };
    return {
      nes: NES,
      intervalSeconds: INTERVAL_S,
      cpuPerSecond: calm,
      startRssMiB,
      ...memory,
      restart: {
        ...restart,
        dials: visits.count,
        mostDialsWithinASecond: visits.mostWithinASecond,
        ...afterRestart,
      },
      baselines: { bareSockets },
      ratios: { cpu: rounded(calm / bareCalm), rss: rounded(memory.rssMiB / bareSockets.rssMiB) },
    };
  },
  { OMC_HANDSHAKE_INTERVAL_S: String(INTERVAL_S), OMC_RECONNECT_INTERVAL_S: String(2 * INTERVAL_S) },
);

/** The share of a core that is used over some intervals. */
async function costOf(cpuSeconds: () => number | Promise<number>, intervals = INTERVALS): Promise<number> {
  const before = await cpuSeconds();
  const startedAt = performance.now();
  await pass(intervals * INTERVAL_S * 1000);
  return rounded(((await cpuSeconds()) - before) / ((performance.now() - startedAt) / 1000));
}

/** Looks until every link is up again; gives how long that took, and how long the OMC was ever busy with one thing. */
async function untilAllAreBack(stage: Stage) {
  const startedAt = performance.now();
  let busiestMs = 0;
  let disconnected = 0;
  for (;;) {
    await pass(LOOK_EVERY_MS);
    const { connected, ...seen } = await stage.linksSeen();
    busiestMs = Math.max(busiestMs, seen.busiestMs);
    disconnected = Math.max(disconnected, seen.disconnected);
    const seconds = rounded((performance.now() - startedAt) / 1000);
    if (connected === NES) return { seconds, busiestMs: rounded(busiestMs), disconnected };
  }
}
