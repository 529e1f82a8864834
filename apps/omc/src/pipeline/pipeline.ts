import { type AlarmWriter, type Command, inMicroBatches, type Submission, submissionOf } from '@omc/alarm';
import type { BatchCommitter } from '@omc/store';
import {
  concatMap,
  concatWith,
  defer,
  delayWhen,
  ignoreElements,
  map,
  merge,
  NEVER,
  type Observable,
  of,
  retry,
  type SchedulerLike,
  Subject,
  share,
  switchMap,
  tap,
  timer,
} from 'rxjs';
import { CommitLine } from './commit-line.js';
import { type DecidedBatch, decided } from './decided.js';

/** A batch holds about this many reports at the most, so that none waits long for its commit. */
const MOST_REPORTS = 1_000;
const LONGEST_TIMER_MS = 3_600_000;
const AGAIN_AFTER_MS = 500;

/** What the pipeline is made of. */
export interface PipelineParts {
  readonly writer: AlarmWriter;
  readonly committer: Pick<BatchCommitter, 'commit'>;
  /** Everything that asks the writer for something. */
  readonly sources: readonly Observable<Submission>[];
  readonly scheduler: SchedulerLike;
  /** Whether a command needs to know more than the writer remembers: of the past, or of alarms that are not active. */
  readonly needsHistory: (command: Command) => boolean;
  /** The same command with what is stored of that. */
  readonly withHistory: (command: Command) => Promise<Command>;
  /**
   * Lets what has arrived be read before decisions that fall due at an instant: they run after everything received
   * before them. Gives the NEs of which something is still to be read.
   */
  readonly afterPendingInput: (at: number) => Promise<ReadonlySet<string>>;
  /** Lets the event loop go round once. */
  readonly turn: () => Promise<unknown>;
}

/**
 * The one way through the house: commands of all sources, in micro-batches, are decided, committed, answered,
 * and only then passed on. While one batch is committed, the next one is decided, and no more than that.
 * Ends with an error when a batch cannot be stored by this process any more.
 */
export function pipeline(parts: PipelineParts): Observable<DecidedBatch> {
  const { writer, committer, scheduler } = parts;
  const decidedAnew$ = new Subject<void>();
  const line = new CommitLine(committer);
  return merge(...parts.sources, deadlines(parts, decidedAnew$)).pipe(
    inMicroBatches(
      (submissions: readonly Submission[]) =>
        prepared(parts, submissions, line).pipe(
          map((batch) => decided(writer, batch, scheduler.now())),
          tap(() => decidedAnew$.next()),
          delayWhen(() => line.idle),
          map((batch) => line.commit(batch)),
          concatWith(oneTurn(parts)),
        ),
      MOST_REPORTS,
      ({ command }) => reportsIn(command),
      ({ command }) => parts.needsHistory(command),
    ),
    concatMap((stored) => stored),
    tap(answer),
    share(),
  );
}

/** What is about more than memory holds is given what is stored of it: everything before it is committed. */
function prepared(
  parts: PipelineParts,
  submissions: readonly Submission[],
  line: CommitLine,
): Observable<readonly Submission[]> {
  const [first] = submissions;
  if (first === undefined || !parts.needsHistory(first.command)) return of(submissions);
  return defer(() => line.idle.then(() => parts.withHistory(first.command))).pipe(
    // The database is away: what comes behind waits, as it does for a commit.
    retry({ delay: () => timer(AGAIN_AFTER_MS, parts.scheduler) }),
    map((command) => [{ ...first, command }]),
  );
}

/** One timer for all deadlines: it waits for the next one, and asks the writer to decide what is due. */
function deadlines(parts: PipelineParts, decidedAnew$: Observable<void>): Observable<Submission> {
  const { writer, scheduler, afterPendingInput } = parts;
  return merge(of(undefined), decidedAnew$).pipe(
    switchMap(() => nextDeadline(writer, scheduler)),
    // None may be left out: what fell due while another waits is asked for only once.
    concatMap(async (at) => submissionOf({ kind: 'deadline', at, unread: await afterPendingInput(at) })),
  );
}

/** Emits the time once the next deadline is reached; at once where it is past, so that no load can put it off. */
function nextDeadline({ nextDeadlineAt }: AlarmWriter, scheduler: SchedulerLike): Observable<number> {
  if (nextDeadlineAt === undefined) return NEVER;
  const delayMs = nextDeadlineAt - scheduler.now();
  if (delayMs <= 0) return of(scheduler.now());
  return timer(Math.min(delayMs, LONGEST_TIMER_MS), scheduler).pipe(map(() => scheduler.now()));
}

/** What was stored meanwhile is told, and what has arrived is read, before more is decided. */
function oneTurn({ turn }: PipelineParts): Observable<never> {
  return defer(turn).pipe(ignoreElements());
}

function answer({ answers }: DecidedBatch): void {
  for (const [submission, result] of answers) submission.settle(result);
}

function reportsIn(command: Command): number {
  if (command.kind === 'link-events') return command.events.length;
  if (command.kind === 'act-on-alarms') return command.actions.length;
  if (command.kind === 'set-topology') return command.topology.objects.length + 1;
  return command.kind === 'link-sync' ? command.faults.length + 1 : 1;
}
