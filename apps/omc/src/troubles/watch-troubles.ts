import type { Alarm, Command, OmcTrouble } from '@omc/alarm';
import type { Logger } from 'pino';
import { exhaustMap, merge, type Observable, type SchedulerLike, tap, timer } from 'rxjs';
import type { DecidedBatch } from '../pipeline/decided.js';
import { freePercent } from './free-space.js';
import { OmcTroubles } from './omc-troubles.js';
import type { TimedCommitter } from './timed-committer.js';

const LOOK_MS = 1_000;
/** What takes a call of the system, or of the database. */
const ASK_MS = 5_000;
const OMC_TROUBLE = 90004;

/** What the OMC's own troubles are seen by. */
export interface TroubleParts {
  readonly scheduler: SchedulerLike;
  readonly dataDir: string;
  readonly leastFreePercent: number;
  readonly committer: TimedCommitter;
  readonly committed$: Observable<DecidedBatch>;
  /** Asks the database for anything. */
  readonly ping: () => Promise<unknown>;
  readonly databaseTrouble: () => Error | undefined;
  /** Datagrams that the kernel has dropped since the start. */
  readonly drops: () => Promise<number>;
  readonly tell: (command: Command) => Promise<unknown>;
  /** What is active from before. */
  readonly active: readonly Alarm[];
  readonly log: Logger;
}

/** The watch over the OMC's own troubles. */
export interface TroublesWatched {
  readonly open: () => readonly OmcTrouble[];
  stop(): void;
}

/** Watches over the OMC's own troubles, which become alarms as others do: after the database is back, where it is away. */
export function watchTroubles(parts: TroubleParts): TroublesWatched {
  const { scheduler, committer, log } = parts;
  const troubles = new OmcTroubles(parts.leastFreePercent, (trouble) => isActive(parts.active, trouble));
  let unansweredSince: number | undefined;
  let failure: string | undefined;
  const tell = (turns: readonly Command[]) => {
    for (const turn of turns)
      parts.tell(turn).catch((err: unknown) => log.warn({ err }, 'a trouble of the OMC could not be stored'));
  };
  const look = () =>
    tell(
      troubles.look(
        {
          waitingSince: committer.busySince ?? unansweredSince,
          reason: parts.databaseTrouble()?.message ?? failure,
        },
        scheduler.now(),
      ),
    );
  const ping = async () => {
    const askedAt = scheduler.now();
    unansweredSince ??= askedAt;
    failure = await failureOf(parts.ping());
    if (failure === undefined) unansweredSince = undefined;
  };
  const ask = async () => {
    try {
      tell(troubles.lookAtDisk(await freePercent(parts.dataDir), scheduler.now()));
      tell(troubles.lookAtDrops(await parts.drops(), scheduler.now()));
    } catch (err) {
      log.warn({ err }, 'the disk or the kernel could not be asked');
    }
  };
  const watching = merge(
    parts.committed$.pipe(tap((batch) => troubles.follow(batch, scheduler.now()))),
    timer(LOOK_MS, LOOK_MS, scheduler).pipe(tap(look)),
    timer(ASK_MS, ASK_MS, scheduler).pipe(exhaustMap(ping)),
    timer(0, ASK_MS, scheduler).pipe(exhaustMap(ask)),
  ).subscribe();
  return { open: () => troubles.open, stop: () => watching.unsubscribe() };
}

/** Why a promise failed; undefined where it did not. */
function failureOf(promise: Promise<unknown>): Promise<string | undefined> {
  return promise.then(
    () => undefined,
    (error: unknown) => (error instanceof Error ? error.message : String(error)),
  );
}

function isActive(active: readonly Alarm[], trouble: OmcTrouble): boolean {
  return active.some(
    ({ alarmId, object }) => alarmId === OMC_TROUBLE && object.endsWith(`,Trouble=${trouble}`),
  );
}
