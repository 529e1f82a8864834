import { setTimeout as pause } from 'node:timers/promises';
import type { LoadProcess } from '../load/load-process.js';
import { pass } from '../measure/pass.js';
import { progress } from '../measure/progress.js';
import { rounded } from '../measure/rounded.js';
import type { TrapSink } from './trap-sink.js';

/** What became of the traps of one run at one rate. */
export interface SinkFigures {
  readonly offeredPerSecond: number;
  readonly sent: number;
  readonly kept: number;
  readonly keptPerSecond: number;
  readonly rejected: number;
  readonly kernelDrops: number;
  /** What is in none of them. */
  readonly unaccounted: number;
  readonly cpuMicrosecondsPerTrap: number;
}

const SETTLE_LOOKS = 100;
const LOOK_EVERY_MS = 100;

/** Sends traps at a rate for a while, and waits until each is kept, rejected or dropped, or nothing moves any more. */
export async function measureSink(
  sink: TrapSink,
  maker: LoadProcess<null>,
  perSecond: number,
  seconds: number,
): Promise<SinkFigures> {
  const before = await countsOf(sink);
  const cpuBefore = sink.cpuSeconds();
  await maker.ask('counts');
  const startedAt = performance.now();
  await maker.ask('pace', perSecond, sink.port);
  await pass(seconds * 1000);
  await maker.ask('stop');
  const lasted = (performance.now() - startedAt) / 1000;
  const { sent } = await maker.ask<{ sent: number }>('counts');
  const after = await settled(sink, before.all + sent);
  const cpu = sink.cpuSeconds() - cpuBefore;
  const kept = after.kept - before.kept;
  const rejected = after.rejected - before.rejected;
  const figures = {
    offeredPerSecond: perSecond,
    sent,
    kept,
    keptPerSecond: Math.round(kept / lasted),
    rejected,
    kernelDrops: after.dropped - before.dropped,
    unaccounted: sent - (after.all - before.all),
    cpuMicrosecondsPerTrap: rounded((cpu / (kept + rejected)) * 1e6),
  };
  progress(JSON.stringify(figures));
  return figures;
}

/** The highest of the rates at which nothing is lost, tried upwards; undefined where the first is too much already. */
export async function highestWithoutLoss(
  sink: TrapSink,
  maker: LoadProcess<null>,
  rates: readonly number[],
  seconds: number,
): Promise<SinkFigures | undefined> {
  let best: SinkFigures | undefined;
  for (const rate of rates) {
    const figures = await measureSink(sink, maker, rate, seconds);
    if (figures.kept < figures.sent) return best;
    best = figures;
  }
  return best;
}

async function settled(sink: TrapSink, wanted: number) {
  let counts = await countsOf(sink);
  for (let look = 0; look < SETTLE_LOOKS && counts.all < wanted; look++) {
    await pause(LOOK_EVERY_MS);
    counts = await countsOf(sink);
  }
  return counts;
}

async function countsOf(sink: TrapSink) {
  const [kept, dropped, rejected] = [await sink.kept(), await sink.dropped(), await sink.rejected()];
  return { kept, dropped, rejected, all: kept + dropped + rejected };
}
