import type { AlarmWriter } from '@omc/alarm';
import type { Store } from '@omc/store';
import type { Logger } from 'pino';
import {
  defer,
  exhaustMap,
  merge,
  type Observable,
  retry,
  type SchedulerLike,
  type Subscription,
  timer,
} from 'rxjs';
import { takeCheckpoints } from './take-checkpoints.js';

const HOUR_MS = 3_600_000;
const AGAIN_AFTER_MS = 30_000;
/** A thousand changes at a time are entered for searches: a storm is caught up with in less than a minute. */
const ENTER_EVERY_MS = 500;

/** What is looked after beside the work. */
export interface UpkeepParts {
  readonly store: Store;
  readonly writer: AlarmWriter;
  readonly scheduler: SchedulerLike;
  /** How many days of the journal are kept. */
  readonly journalDays: number;
  readonly committedUpTo: (journalSeq: number) => Promise<unknown>;
  /** Where the replay of this start began. */
  readonly replayedFrom: number;
  readonly log: Logger;
}

/** Takes checkpoints, makes the journal's partitions ahead, drops old ones, and enters alarms for searches. What fails is tried again. */
export function startUpkeep(parts: UpkeepParts): Subscription {
  const { store, scheduler, journalDays, log } = parts;
  const checkpoints$ = takeCheckpoints({ ...parts, checkpoints: store.checkpoints }, parts.replayedFrom);
  const partitions$ = timer(0, HOUR_MS, scheduler).pipe(exhaustMap(() => store.keepPartitions(journalDays)));
  const words$ = timer(0, ENTER_EVERY_MS, scheduler).pipe(exhaustMap(() => store.alarms.search.enter()));
  return merge(
    tireless(checkpoints$, 'no checkpoint could be taken', scheduler, log),
    tireless(partitions$, 'the partitions of the journal could not be looked after', scheduler, log),
    tireless(words$, 'alarms could not be entered for searches', scheduler, log),
  ).subscribe();
}

function tireless<Value>(
  work$: Observable<Value>,
  complaint: string,
  scheduler: SchedulerLike,
  log: Logger,
): Observable<Value> {
  return defer(() => work$).pipe(
    retry({
      delay: (err: unknown) => {
        log.warn({ err }, complaint);
        return timer(AGAIN_AFTER_MS, scheduler);
      },
    }),
  );
}
