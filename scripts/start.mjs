import { buildPrograms } from './build/build-all.mjs';
import { Crew } from './demo/crew.mjs';
import { demoSettings } from './demo/demo-settings.mjs';
import { runDemo } from './demo/run-demo.mjs';
import { runMain, Stopped } from './failure.mjs';
import { stopSignals } from './run-command.mjs';

await runMain(async () => {
  const leave = new AbortController();
  for (const signal of stopSignals) process.on(signal, () => leave.abort(new Stopped(signal)));
  try {
    await buildPrograms();
    await demoUntil(leave.signal);
    return 0;
  } catch (error) {
    // To be told to stop is no failure; it may also come in the middle of a build.
    if (error instanceof Stopped) return 0;
    throw error;
  }
});

/** Rejects in any case: with `Stopped`, or with the `Failure` of a program. Nothing runs on after that. */
async function demoUntil(leave) {
  leave.throwIfAborted();
  const crew = new Crew();
  const over = new AbortController();
  const stopped = new Promise((_, reject) => {
    leave.addEventListener('abort', () => reject(leave.reason), { once: true });
  });
  const signal = AbortSignal.any([leave, over.signal]);
  try {
    await Promise.race([stopped, crew.lost, runDemo(crew, demoSettings(process.env), signal)]);
  } finally {
    over.abort();
    await crew.dismiss();
  }
}
