import { memoryOf } from './measure/memory-of.js';
import { progress } from './measure/progress.js';
import { runBench } from './stage/run-bench.js';
import { measureSink } from './traps/measure-sink.js';
import { omcSink } from './traps/omc-sink.js';

/**
 * Millions of hostile datagrams at the SNMP port: whether the OMC lives on, accounts for each and does not grow.
 * `BENCH_SEED` repeats a run.
 */
const DATAGRAMS = Number(process.env['BENCH_DATAGRAMS'] ?? 2_000_000);
const SEED = Number(process.env['BENCH_SEED'] ?? 1);
const PER_SECOND = 10_000;
const PARTS = 5;

await runBench('traps-fuzz', async (stage) => {
  await stage.addTrapSenders('traps', 1);
  const maker = await stage.startLoad<null>('load/hostile-maker', SEED);
  const sink = omcSink(stage);
  let [sent, kept, rejected, kernelDrops, unaccounted] = [0, 0, 0, 0, 0];
  const rssMiB: number[] = [];
  for (let part = 0; part < PARTS; part++) {
    const figures = await measureSink(sink, maker, PER_SECOND, DATAGRAMS / PARTS / PER_SECOND);
    sent += figures.sent;
    kept += figures.kept;
    rejected += figures.rejected;
    kernelDrops += figures.kernelDrops;
    unaccounted += figures.unaccounted;
    rssMiB.push(memoryOf(stage.omc.pid).rssMiB);
  }
  progress('is it still there?');
  const client = await stage.client();
  const { body } = await client.get<{ items: unknown[] }>('/api/v1/traps/unmapped');
  return {
    seed: SEED,
    sent,
    kept,
    rejected,
    kernelDrops,
    unaccounted,
    unmappedKinds: body.items.length,
    rssMiBByPart: rssMiB,
    peakRssMiB: memoryOf(stage.omc.pid).peakRssMiB,
    status: (await client.get('/readyz')).status,
  };
});
