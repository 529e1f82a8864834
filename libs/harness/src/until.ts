import { setTimeout as pause } from 'node:timers/promises';

const EVERY_MS = 20;
/** A machine that has much else to do may be given more. */
const PATIENCE_MS = Number(process.env['OMC_TEST_PATIENCE_S'] ?? 30) * 1000;

/** Waits until something of another process is so; fails, naming it, when that takes too long. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean): Promise<void> {
  const patience = AbortSignal.timeout(PATIENCE_MS);
  while (!(await isSo())) {
    if (patience.aborted) throw new Error(`waited ${PATIENCE_MS / 1000} s in vain for ${what}`);
    await pause(EVERY_MS);
  }
}
