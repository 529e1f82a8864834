import { type Command, type OmcTrouble, type TroubleTurn, TroubleWatch } from '@omc/alarm';
import type { DecidedBatch } from '../pipeline/decided.js';

/** What the database may take for a commit or an answer, at the most. */
const SLOW_MS = 5_000;
/** By so much a decision may be late. */
const LATE_MS = 250;
/** Decisions are late as long as one was within this time. */
const LATELY_MS = 10_000;
/** What was dropped is told for so long after the last time. */
const DROPS_MS = 60_000;
/** The disk is no longer nearly full when so many percent more are free. */
const ROOM_PERCENT = 1;

type Turn = Extract<Command, { kind: 'omc-trouble' }>;

/** What a look sees that the house does not tell by itself. */
export interface OmcState {
  /** Since when the database owes an answer; undefined while it owes none. */
  readonly waitingSince: number | undefined;
  /** Why, where it is known. */
  readonly reason: string | undefined;
}

/** Sees the OMC's own troubles: asked to look now and then, it gives what began and what is over. */
export class OmcTroubles {
  readonly #leastFreePercent: number;
  readonly #watches: Readonly<Record<OmcTrouble, TroubleWatch>>;
  #lateAt = Number.NEGATIVE_INFINITY;
  #latestMs = 0;
  #drops = 0;
  #droppedAt = Number.NEGATIVE_INFINITY;

  /** `open`: whose alarm is active from before a restart. */
  constructor(leastFreePercent: number, open: (trouble: OmcTrouble) => boolean) {
    this.#leastFreePercent = leastFreePercent;
    const watch = (trouble: OmcTrouble, afterMs = 0, graceMs = 0) =>
      new TroubleWatch({ afterMs, graceMs }, open(trouble));
    this.#watches = {
      Database: watch('Database'),
      Disk: watch('Disk'),
      Losses: watch('Losses'),
      Lateness: watch('Lateness', LATELY_MS, DROPS_MS - LATELY_MS),
    };
  }

  /** The troubles that there are. */
  get open(): OmcTrouble[] {
    return (Object.keys(this.#watches) as OmcTrouble[]).filter((trouble) => this.#watches[trouble].isOpen);
  }

  /** A batch was published. */
  follow({ dueInstants }: Pick<DecidedBatch, 'dueInstants'>, now: number): void {
    for (const dueAt of dueInstants) {
      if (now - dueAt <= LATE_MS) continue;
      this.#latestMs = now - this.#lateAt > LATELY_MS ? now - dueAt : Math.max(this.#latestMs, now - dueAt);
      this.#lateAt = now;
    }
  }

  /** Looks at the database and at how late decisions are. */
  look({ waitingSince, reason }: OmcState, now: number): Turn[] {
    const isSlow = waitingSince !== undefined && now - waitingSince >= SLOW_MS;
    return [
      ...turnOf('Database', this.#watches.Database.look(isSlow, now, waitingSince), now, {
        text: `The database does not answer: ${reason ?? `it takes longer than ${SLOW_MS / 1000} s`}`,
        info: { ...(reason !== undefined && { reason }) },
      }),
      ...turnOf('Lateness', this.#watches.Lateness.look(now - this.#lateAt < LATELY_MS, now), now, {
        text: `Decisions are up to ${Math.round(this.#latestMs)} ms late`,
        info: { latenessMs: Math.round(this.#latestMs) },
      }),
    ];
  }

  /** Looks at how much of the disk is free, in percent, where that is known. */
  lookAtDisk(free: number | undefined, now: number): Turn[] {
    if (free === undefined) return [];
    const watch = this.#watches.Disk;
    const least = this.#leastFreePercent + (watch.isOpen ? ROOM_PERCENT : 0);
    const freePercent = Math.round(free * 10) / 10;
    return turnOf('Disk', watch.look(free < least, now), now, {
      text: `${freePercent} % of the disk of the data directory is free`,
      info: { freePercent },
    });
  }

  /** Looks at how many datagrams the kernel has dropped since the start. */
  lookAtDrops(drops: number, now: number): Turn[] {
    const more = drops - this.#drops;
    if (more > 0) this.#droppedAt = now;
    this.#drops = drops;
    return turnOf('Losses', this.#watches.Losses.look(now - this.#droppedAt < DROPS_MS, now), now, {
      text: `The kernel dropped ${more} SNMP notifications before they were read`,
      info: { dropped: more },
    });
  }
}

function turnOf(
  trouble: OmcTrouble,
  turn: TroubleTurn | undefined,
  now: number,
  what: Pick<Turn, 'text' | 'info'>,
): Turn[] {
  if (turn === undefined) return [];
  return [{ kind: 'omc-trouble', trouble, turn: turn.kind, sinceAt: turn.at, at: now, ...what }];
}
