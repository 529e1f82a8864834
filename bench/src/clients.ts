import type { LoadProcess } from './load/load-process.js';
import { memoryOf } from './measure/memory-of.js';
import { pass } from './measure/pass.js';
import { progress } from './measure/progress.js';
import { rounded } from './measure/rounded.js';
import { runBench } from './stage/run-bench.js';
import type { Stage } from './stage/stage.js';

/**
 * What consoles cost the OMC: very many with few changes, and some with many. Each is a real client with a list of its
 * own of all active alarms; they run in a process beside. Baseline: the same changes with nobody watching.
 */
const MANY = Number(process.env['BENCH_CLIENTS'] ?? 1_000);
const SOME = Math.ceil(MANY / 20);
const NES = 100;
const KEYS = 50;
const WARM_UP_MS = 5_000;
const MEASURED_MS = 20_000;

interface Seen {
  readonly messages: number;
  readonly changes: number;
  readonly restarts: number;
}

await runBench('clients', async (stage) => {
  const load = await stage.startLoad<number>('load/deciding-nes', NES, KEYS);
  const client = await stage.client();
  await client.setFilter({ alarmId: 29243, createWindow: 1, restoreWindow: 1 });
  await stage.addNes('deciding', NES, load.ready);
  const many = await measured(stage, load, MANY, 20);
  const some = await measured(stage, load, SOME, 1_000);
  return {
    many,
    some,
    baselines: { nobodyAt20: many.nobody, nobodyAt1000: some.nobody },
    ratios: {
      cpuAt20: rounded(many.watched.cpuPerSecond / many.nobody.cpuPerSecond),
      cpuAt1000: rounded(some.watched.cpuPerSecond / some.nobody.cpuPerSecond),
    },
  };
});

/** The same changes with nobody watching, and with so many clients. */
async function measured(stage: Stage, load: LoadProcess<number>, clients: number, perSecond: number) {
  progress(`${perSecond} changes/s, nobody watches`);
  await load.ask('decide', perSecond);
  await pass(WARM_UP_MS);
  const nobody = await costs(stage);
  progress(`${perSecond} changes/s, ${clients} clients`);
  const { token, url } = await stage.client();
  const watching = await stage.startLoad<number>('load/live-clients', url, token, clients);
  await pass(WARM_UP_MS);
  await watching.ask<Seen>('seen');
  const watched = await costs(stage);
  const { messages, changes, restarts } = await watching.ask<Seen>('seen');
  await load.ask('stop');
  await pass(WARM_UP_MS);
  const sizes = await watching.ask<number[]>('sizes');
  await watching.end();
  const eachSecond = (count: number) => rounded(count / clients / watched.seconds);
  return {
    clients: watching.ready,
    changesPerSecond: perSecond,
    changesPerClientAndSecond: eachSecond(changes),
    messagesPerClientAndSecond: eachSecond(messages),
    restarts,
    listsDiffer: sizes.length > 1,
    watched,
    nobody,
    cpuPerSecondOfClients: rounded(watched.cpuPerSecond - nobody.cpuPerSecond),
  };
}

/** What the OMC uses for a while. */
async function costs(stage: Stage) {
  const before = stage.omc.cpuSeconds();
  const startedAt = performance.now();
  await pass(MEASURED_MS);
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    seconds: rounded(seconds),
    cpuPerSecond: rounded((stage.omc.cpuSeconds() - before) / seconds),
    rssMiB: memoryOf(stage.omc.pid).rssMiB,
  };
}
