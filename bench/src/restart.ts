import { memoryOf } from './measure/memory-of.js';
import { progress } from './measure/progress.js';
import { rounded } from './measure/rounded.js';
import { runBench } from './stage/run-bench.js';
import type { Stage } from './stage/stage.js';

/**
 * From the start of the process to its being ready, with very many active alarms that came in by the front door:
 * after `kill -9`, and after an orderly end; the database stays up. Baseline: the same start with nothing stored.
 */
const NES = 2000;
const KEYS = 50;

await runBench('restart', async (stage) => {
  const emptySeconds = await restarted(stage, 'SIGTERM');
  const load = await stage.startLoad<number>('load/storm-nes', NES, KEYS);
  await stage.addNes('storm', NES, load.ready);
  progress(`${NES * KEYS} alarms`);
  await load.ask('raise');
  const afterKillSeconds = await restarted(stage, 'SIGKILL');
  const linksUpSeconds = await linksUp(stage);
  const alarms = await stage.alarms();
  const afterEndSeconds = await restarted(stage, 'SIGTERM');
  return {
    activeAlarms: alarms,
    afterKillSeconds,
    allLinksUpSeconds: rounded(afterKillSeconds + linksUpSeconds),
    afterEndSeconds,
    ...memoryOf(stage.omc.pid),
    baselines: { emptySeconds },
    ratios: { toEmpty: rounded(afterKillSeconds / emptySeconds) },
  };
});

/** Ends the OMC by a signal and starts it again; gives the seconds from there to `/readyz`. */
async function restarted(stage: Stage, signal: 'SIGKILL' | 'SIGTERM'): Promise<number> {
  progress(`${signal}, and start`);
  await stage.omc.end(signal);
  const startedAt = performance.now();
  await stage.omc.start();
  return rounded((performance.now() - startedAt) / 1000);
}

async function linksUp(stage: Stage): Promise<number> {
  const startedAt = performance.now();
  await stage.linksUp();
  return (performance.now() - startedAt) / 1000;
}
