import { setImmediate as nextTurn } from 'node:timers/promises';
import type { AlarmWriter, NeCheckpoint } from '@omc/alarm';
import type { Checkpoints } from '@omc/store';
import { exhaustMap, filter, type Observable, type SchedulerLike, timer } from 'rxjs';

/** A start has better things to do at first. */
const FIRST_AFTER_MS = 1_000;
const LOOK_EVERY_MS = 10_000;
/** So many entries take about a second to replay. */
const ENTRIES_BETWEEN = 200_000;
const LONGEST_BETWEEN_MS = 600_000;
/** What one turn of the event loop may take. */
const TURN_MS = 4;

/** What checkpoints are taken of. */
export interface CheckpointParts {
  readonly writer: AlarmWriter;
  readonly checkpoints: Checkpoints;
  /** Resolves once an entry of the journal is committed. */
  readonly committedUpTo: (journalSeq: number) => Promise<unknown>;
  readonly scheduler: SchedulerLike;
}

/** Takes a checkpoint now and then, when the journal has grown; emits the journal position of each. */
export function takeCheckpoints(parts: CheckpointParts, journalSeq: number): Observable<number> {
  const { writer, scheduler } = parts;
  let last = { seq: journalSeq, at: scheduler.now() };
  return timer(FIRST_AFTER_MS, LOOK_EVERY_MS, scheduler).pipe(
    filter(() => {
      const grown = writer.journalSeq - last.seq;
      return grown >= ENTRIES_BETWEEN || (grown > 0 && scheduler.now() - last.at >= LONGEST_BETWEEN_MS);
    }),
    exhaustMap(async () => {
      last = { seq: await takeCheckpoint(parts), at: scheduler.now() };
      return last.seq;
    }),
  );
}

/** Takes one checkpoint beside the running writer; gives the journal position from which on it is replayed. */
async function takeCheckpoint({ writer, checkpoints, committedUpTo }: CheckpointParts): Promise<number> {
  const from = writer.journalSeq;
  const number = await checkpoints.begin(from, writer.storedFilters);
  let upTo = from;
  const nes = async function* (): AsyncIterable<NeCheckpoint> {
    let turnEndsAt = performance.now() + TURN_MS;
    for (const ne of writer.checkpoint()) {
      upTo = Math.max(upTo, ne.seq);
      yield ne;
      if (performance.now() < turnEndsAt) continue;
      await nextTurn();
      turnEndsAt = performance.now() + TURN_MS;
    }
  };
  await checkpoints.add(number, nes());
  // What it contains may still be on its way: a checkpoint must never be ahead of the journal.
  await committedUpTo(upTo);
  await checkpoints.complete(number);
  return from;
}
