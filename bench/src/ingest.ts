import { fork } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import type { NePost } from '@omc/api';
import { makeOmc, OmcClient, until } from '@omc/harness';
import { memoryOf } from './measure/memory-of.js';

/**
 * Reports acknowledged after their commit: NEs whose cells toggle inside their windows, as fast as the OMC
 * takes it. Load and OMC share the machine; the load is a process of its own.
 */
const NES = Number(process.env['BENCH_NES'] ?? 2000);
const KEYS = 50;
const WARM_UP_MS = 5_000;
const MEASURED_MS = Number(process.env['BENCH_SECONDS'] ?? 20) * 1000;

const omc = await makeOmc();
const load = fork(fileURLToPath(new URL('./load/toggling-nes.js', import.meta.url)), [
  String(NES),
  String(KEYS),
]);
try {
  const [{ listening }] = (await once(load, 'message')) as [{ listening: NePost[] }];
  await omc.start();
  const client = await OmcClient.signIn(omc.url);
  for (const ne of listening) await client.addNe(ne);
  const connected = /omc_links\{state="connected"\} (\d+)/;
  await until('all links', async () => {
    const [, count] = connected.exec((await client.get<string>('/metrics')).body) ?? [];
    return Number(count) === NES;
  });
  load.send('go');
  await pass(WARM_UP_MS);
  const before = await acked();
  const cpuBefore = omc.cpuSeconds();
  const startedAt = performance.now();
  await pass(MEASURED_MS);
  const after = await acked();
  const seconds = (performance.now() - startedAt) / 1000;
  const figures = {
    bench: 'ingest',
    nes: NES,
    keysPerNe: KEYS,
    seconds: round(seconds),
    ackedPerSecond: Math.round((after - before) / seconds),
    omcCpuPerSecond: round((omc.cpuSeconds() - cpuBefore) / seconds),
    omcRssMiB: Math.round(memoryOf(omc.pid)),
  };
  console.log(JSON.stringify(figures));
} finally {
  load.kill();
  await omc.remove();
}

async function acked(): Promise<number> {
  load.send('count');
  const [{ acked: count }] = (await once(load, 'message')) as [{ acked: number }];
  return count;
}

/** Lets the load run for a while: this is what a benchmark waits for. */
function pass(ms: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, ms));
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
