import type { Severity } from '../severity.js';

/** Which alarms a shelf hides: those for which every member that is named holds. At least one is named. */
export interface ShelfMatch {
  /** A registered NE, or `network`. */
  readonly ne?: string;
  /** An object of the NEs; empty for the NE itself. */
  readonly object?: string;
  /** One of these alarm types. */
  readonly alarmId?: readonly number[];
  /** One of these severities. */
  readonly severity?: readonly Severity[];
  /** NEs whose topology names this subnet. */
  readonly subnet?: string;
}

/** What ended a shelf: its time, an operator, the last clear that it waited for, the removal of its NE. */
export const shelfEndCauses = ['expired', 'operator', 'cleared', 'removed'] as const;
export type ShelfEndCause = (typeof shelfEndCauses)[number];

/** How a shelf ended. */
export interface ShelfEnd {
  readonly at: number;
  readonly because: ShelfEndCause;
  /** The operator who ended it. */
  readonly by?: string;
}

/** What an operator asks for with a shelf. Instants are milliseconds since 1970 UTC. */
export interface ShelfPlan {
  /** UUIDv7. */
  readonly id: string;
  readonly match: ShelfMatch;
  readonly fromAt: number;
  readonly untilAt: number;
  /** It also ends when the last alarm that it found active has cleared. */
  readonly untilCleared: boolean;
  readonly reason: string;
}

/** Alarms that are out of sight for a while, with a reason (ISA-18.2 §11.7; RFC 8632 §3.5.2 knows it by configuration). */
export interface Shelf extends ShelfPlan {
  /** Who is to be asked about it. */
  readonly owner: string;
  readonly createdAt: number;
  readonly end?: ShelfEnd;
}

export const shelfStates = ['planned', 'active', 'ended'] as const;
export type ShelfState = (typeof shelfStates)[number];

/** Where a shelf stands at an instant. One whose time is over has ended, whether or not the writer got to it. */
export function shelfStateOf({ fromAt, untilAt, end }: Shelf, now: number): ShelfState {
  if (end !== undefined || untilAt <= now) return 'ended';
  return fromAt <= now ? 'active' : 'planned';
}

/** Before its end a shelf warns so long, milliseconds; a short one for the last quarter of its time. */
const WARNING_MS = 15 * 60_000;

/** When a shelf begins to say that it ends soon. */
export function shelfWarnsAt(shelf: Shelf): number {
  return shelf.untilAt - Math.min(WARNING_MS, Math.floor((shelf.untilAt - beganAt(shelf)) / 4));
}

/** Whether an active shelf ends so soon that somebody should look, and perhaps extend it. */
export function endsSoon(shelf: Shelf, now: number): boolean {
  return shelfStateOf(shelf, now) === 'active' && shelfWarnsAt(shelf) <= now;
}

/** From when on a shelf hides: it cannot before it was asked for. */
export function beganAt({ fromAt, createdAt }: Shelf): number {
  return Math.max(fromAt, createdAt);
}
