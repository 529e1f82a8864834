import type { CandidateWindows } from './candidate-windows.js';

/** What a pair of windows would have done. */
export interface TriedWindows extends CandidateWindows {
  readonly alarms: number;
  /** From the beginning of a fault to its alarm; undefined where there were no alarms. */
  readonly meanDelayMs: number | undefined;
  readonly longestHiddenMs: number;
}

/** A row of advice. Exactly one of them is suggested. */
export interface AdvisedWindows extends TriedWindows {
  readonly suggested: boolean;
}

/** At most this many rows, so that a person can compare them. */
const MOST_ROWS = 12;

/** No suggestion lets an alarm come later than this, in seconds. */
const LONGEST_SUGGESTED_CREATE_WINDOW = 120;

/** How many seconds of waiting one percent of the alarms is worth. */
const SECONDS_FOR_A_PERCENT = 3;

/**
 * The pairs worth comparing: those that no other beats with windows that are no longer and alarms that are no
 * more; at most twelve, the shortest windows first. Of at least one.
 */
export function advisedWindows(tried: readonly TriedWindows[]): AdvisedWindows[] {
  const front = tried.filter((one) => !tried.some((other) => beats(other, one)));
  const suggestion = suggestionOf(front);
  return thinned(front, suggestion)
    .map((one) => ({ ...one, suggested: one === suggestion }))
    .sort(byEffect);
}

function beats(other: TriedWindows, one: TriedWindows): boolean {
  return (
    other !== one &&
    other.alarms <= one.alarms &&
    other.createWindow <= one.createWindow &&
    other.restoreWindow <= one.restoreWindow
  );
}

/**
 * The pair with the greatest balance of what it saves, in percent of the alarms that there are without any
 * waiting, and what it costs: three seconds of waiting, both windows together, are worth one percent. So longer
 * windows are suggested for as long as they go on saving, and none where they save nothing.
 */
function suggestionOf(front: readonly TriedWindows[]): TriedWindows | undefined {
  const allowed = front.filter(({ createWindow }) => createWindow <= LONGEST_SUGGESTED_CREATE_WINDOW);
  const most = Math.max(...allowed.map(({ alarms }) => alarms));
  const balanceOf = (one: TriedWindows) =>
    (most === 0 ? 0 : (100 * (most - one.alarms)) / most) - waitOf(one) / SECONDS_FOR_A_PERCENT;
  return allowed.reduce<TriedWindows | undefined>(
    (best, one) => (best === undefined || balanceOf(one) > balanceOf(best) ? one : best),
    undefined,
  );
}

function waitOf({ createWindow, restoreWindow }: CandidateWindows): number {
  return createWindow + restoreWindow;
}

/** Leaves out, one after the other, the row that differs least in alarms from the one before it. */
function thinned(front: readonly TriedWindows[], suggestion: TriedWindows | undefined): TriedWindows[] {
  const rows = [...front].sort(byEffect);
  while (rows.length > MOST_ROWS) {
    const inner = rows.slice(1, -1).filter((row) => row !== suggestion);
    const least = inner.reduce((one, other) => (stepTo(rows, other) < stepTo(rows, one) ? other : one));
    rows.splice(rows.indexOf(least), 1);
  }
  return rows;
}

function stepTo(rows: readonly TriedWindows[], row: TriedWindows): number {
  return (rows[rows.indexOf(row) - 1]?.alarms ?? row.alarms) - row.alarms;
}

function byEffect(one: TriedWindows, other: TriedWindows): number {
  return (
    other.alarms - one.alarms ||
    one.createWindow - other.createWindow ||
    one.restoreWindow - other.restoreWindow
  );
}
