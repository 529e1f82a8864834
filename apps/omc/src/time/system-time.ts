import type { Logger } from 'pino';
import { asyncScheduler, interval, type SchedulerLike } from 'rxjs';
import { AnchoredClock } from './anchored-clock.js';

const FOLLOW_EVERY_MS = 1_000;
const WORTH_A_LINE_MS = 1_000;

/** The time of this process: a clock that never steps back, and the scheduler that goes by it. */
export interface SystemTime {
  readonly scheduler: SchedulerLike;
  readonly now: () => number;
  stop(): void;
}

/** Starts the time that everything here goes by. */
export function startSystemTime(log: Logger): SystemTime {
  const clock = new AnchoredClock({ wall: Date.now, monotonic: () => performance.now() });
  const now = () => clock.now();
  const scheduler: SchedulerLike = {
    now,
    schedule: asyncScheduler.schedule.bind(asyncScheduler) as SchedulerLike['schedule'],
  };
  const following = interval(FOLLOW_EVERY_MS).subscribe(tellOfSteps(clock, log));
  return { scheduler, now, stop: () => following.unsubscribe() };
}

function tellOfSteps(clock: AnchoredClock, log: Logger): () => void {
  let stepped = false;
  return () => {
    const missingMs = Math.round(clock.follow());
    const far = Math.abs(missingMs) > WORTH_A_LINE_MS;
    if (far && !stepped) log.warn({ missingMs }, 'the wall clock stepped: following it slowly');
    if (!far && stepped) log.info('the wall clock is caught up with');
    stepped = far;
  };
}
