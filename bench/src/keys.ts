import type { LiveChange } from '@omc/api';
import { memoryOf } from './measure/memory-of.js';
import { pass } from './measure/pass.js';
import { type Percentiles, percentilesOf } from './measure/percentiles.js';
import { progress } from './measure/progress.js';
import { rounded } from './measure/rounded.js';
import { runBench } from './stage/run-bench.js';
import type { Stage } from './stage/stage.js';

/**
 * A million keys in their windows, which end one after the other: in the core alone, and in a whole OMC with a
 * hundred NEs that have as many keys as an NE may. The core alone is the baseline.
 */
const NES = 100;
const KEYS = 10_000;
const CORE_FIRST_MS = 20_000;
const WINDOW_MS = 900_000;
const FIRST_MS = 60_000;
const SPREAD_MS = 800_000;
const MEASURED_MS = 20_000;
const WAITING = 29240;

await runBench('keys', async (stage) => {
  const core = await coreAlone(stage);
  const omc = await wholeOmc(stage);
  return {
    keys: NES * KEYS,
    ...omc,
    baselines: { core },
    ratios: { rssToCore: rounded(omc.rssMiB / core.rssMiB) },
  };
});

async function coreAlone(stage: Stage) {
  progress('the core alone');
  const core = await stage.startLoad<number>('core/waiting-keys', NES, KEYS);
  const startedAt = performance.now();
  const hearSeconds = await core.ask<number>('hear', CORE_FIRST_MS, SPREAD_MS);
  const waiting = await core.ask<number>('pending');
  const { rssMiB } = memoryOf(core.ready);
  progress(`${waiting} keys wait after ${hearSeconds} s in ${rssMiB} MiB`);
  const restMs = CORE_FIRST_MS - (performance.now() - startedAt);
  const latenessMs = await core.ask<Percentiles>('decide', restMs + MEASURED_MS);
  await core.end();
  const decidedPerSecond = Math.round(latenessMs.samples / (MEASURED_MS / 1000));
  return { waiting, hearSeconds, rssMiB, decidedPerSecond, latenessMs };
}

async function wholeOmc(stage: Stage) {
  const load = await stage.startLoad<number>('load/waiting-nes', NES, KEYS);
  const client = await stage.client();
  await client.setFilter({ alarmId: WAITING, createWindow: WINDOW_MS / 1000 });
  await stage.addNes('waiting', NES, load.ready);
  const watch = await stage.watch();
  const startedAt = performance.now();
  const hearSeconds = rounded((await load.ask<number>('fail', WINDOW_MS, FIRST_MS, SPREAD_MS)) / 1000);
  const waiting = await stage.metric('omc_pending{phase="pending-raise"}');
  progress(`${waiting} keys wait after ${hearSeconds} s in ${memoryOf(stage.omc.pid).rssMiB} MiB`);
  const latenessMs: number[] = [];
  watch.onChange = ({ alarm }: LiveChange, at: number) => {
    // Later changes of an alarm are no decisions of its window: a 90001 counts its members.
    if (alarm.alarmId === WAITING && alarm.version === 1) latenessMs.push(at - Date.parse(alarm.raisedAt));
  };
  await pass(FIRST_MS - (performance.now() - startedAt) + MEASURED_MS);
  return {
    waiting,
    hearSeconds,
    ...memoryOf(stage.omc.pid),
    decidedPerSecond: Math.round(latenessMs.length / (MEASURED_MS / 1000)),
    dueToConsoleMs: percentilesOf(latenessMs),
  };
}
