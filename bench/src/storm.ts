import { insertAgain } from './baseline/write-again.js';
import { memoryOf } from './measure/memory-of.js';
import { progress } from './measure/progress.js';
import { rounded } from './measure/rounded.js';
import { inDatabase } from './stage/bench-database.js';
import { runBench } from './stage/run-bench.js';
import type { Stage } from './stage/stage.js';

/**
 * A storm: very many keys without a window fail at once, and come back at once. Measured until all is stored, and
 * until all is on a console's live list. Baseline: PostgreSQL alone storing the same alarms and changes.
 */
const NES = 2000;
const KEYS = 50;
/** With so many of one type each NE has a 90001 as well. */
const ALARMS = NES * KEYS + NES;

await runBench('storm', async (stage) => {
  const load = await stage.startLoad<number>('load/storm-nes', NES, KEYS);
  await stage.addNes('storm', NES, load.ready);
  const watch = await stage.watch();
  const turned = async (task: 'raise' | 'clear', alarms: number) => {
    const cpuBefore = stage.omc.cpuSeconds();
    const startedAt = performance.now();
    const stored = load.ask<number>(task);
    await watch.reaches(alarms);
    const onConsoleMs = performance.now() - startedAt;
    return {
      storedSeconds: rounded((await stored) / 1000),
      onConsoleSeconds: rounded(onConsoleMs / 1000),
      cpuSeconds: rounded(stage.omc.cpuSeconds() - cpuBefore),
    };
  };
  progress('the storm');
  const raise = await turned('raise', ALARMS);
  progress('the storm goes');
  const clear = await turned('clear', 0);
  const memory = memoryOf(stage.omc.pid);
  await stage.omc.end();
  const baselines = await writtenBare(stage);
  return {
    keys: NES * KEYS,
    alarms: ALARMS,
    raise,
    clear,
    ...memory,
    baselines,
    ratios: { raiseToInsert: rounded(raise.storedSeconds / baselines.raiseSeconds) },
  };
});

/** Every alarm once and half of its changes, as a raise stores them. */
function writtenBare(stage: Stage) {
  progress('baseline: the same rows, only written');
  return inDatabase(stage.database.url, async (client) => {
    const alarms = await insertAgain(client, 'alarm', NES * KEYS);
    const changes = await insertAgain(client, 'alarm_change', NES * KEYS);
    return { alarms, changes, raiseSeconds: rounded(alarms.seconds + changes.seconds) };
  });
}
