import type { RawState } from './report.js';

/**
 * What a key's device said lately: it has been `raw` since `since`; before that it changed at each
 * instant of `past` (oldest first), and before the oldest it never changed.
 */
export interface RawHistory {
  readonly raw: RawState;
  readonly since: number;
  readonly past: readonly number[];
}

/** More changes than this are not remembered: the oldest two go, as if that interval had been like those around it. */
export const MAX_PAST = 2048;

const NOTHING: readonly number[] = [];

/** The history with one more change, without what lies further back than the horizon. */
export function changed(history: RawHistory, raw: RawState, at: number, horizonMs: number): RawHistory {
  return { raw, since: at, past: horizonMs === 0 ? NOTHING : remembered(history, at - horizonMs) };
}

function remembered({ past, since }: RawHistory, from: number): readonly number[] {
  const kept = past.filter((instant) => instant > from);
  if (since > from && Number.isFinite(since)) kept.push(since);
  return kept.length > MAX_PAST ? kept.slice(kept.length - MAX_PAST) : kept;
}

/** One change of a key's raw state. */
export interface RawChange {
  readonly state: RawState;
  readonly at: number;
}

/** The history with what was known earlier: `earlier` are changes of the key, oldest first, that may overlap it. */
export function reachingBack(history: RawHistory, earlier: readonly RawChange[]): RawHistory {
  const known = Number.isFinite(history.since) ? [...history.past, history.since] : [];
  const first = known[0] ?? Number.POSITIVE_INFINITY;
  // Several changes may have one instant, of which only the last are known.
  const knownAtFirst = known.filter((at) => at === first).length;
  const atFirst = earlier.filter(({ at }) => at === first);
  const older = [
    ...earlier.filter(({ at }) => at < first),
    ...atFirst.slice(0, Math.max(0, atFirst.length - knownAtFirst)),
  ];
  // Changes alternate: what comes before the first known change is its opposite.
  const before = known.length % 2 === 0 ? history.raw : opposite(history.raw);
  if (older.length > 0 && older.at(-1)?.state !== before) older.pop();
  const all = [...older.map(({ at }) => at), ...known].slice(-MAX_PAST);
  const since = all.pop();
  return since === undefined ? history : { raw: history.raw, since, past: all };
}

function opposite(state: RawState): RawState {
  return state === 'ok' ? 'fault' : 'ok';
}

/** Milliseconds of fault in the window that ends with the last change. */
export function faultBeforeChange({ raw, since, past }: RawHistory, windowMs: number): number {
  const from = since - windowMs;
  let total = 0;
  let end = since;
  // Backwards from the last change: what lies between two changes alternates.
  let inFault = raw === 'ok';
  for (let i = past.length - 1; i >= 0 && end > from; i--) {
    const start = past[i] ?? end;
    if (inFault) total += end - Math.max(start, from);
    end = start;
    inFault = !inFault;
  }
  if (inFault && end > from) total += end - from;
  return total;
}

/**
 * The first instant, from the last change on, at which the fault time of the last `windowMs` reaches
 * `threshold`: upwards while the key is in fault, downwards while it is ok. Between two changes that time is
 * piecewise linear, so the instant is computed, not polled.
 */
export function whenFaultTimeIs(history: RawHistory, windowMs: number, thresholdMs: number): number {
  const { raw, since, past } = history;
  const rising = raw === 'fault';
  let left = faultBeforeChange(history, windowMs) - thresholdMs;
  if (rising) left = -left;
  if (left <= 0) return since;
  let at = since;
  // The old end of the window passes the past changes in turn; only where it passes the opposite of `raw` does the total move.
  // The state before the oldest change is known by counting back from `raw`.
  let moving = past.length % 2 === 0;
  for (const change of past) {
    const next = change + windowMs;
    if (next > at) {
      if (moving && next - at >= left) return at + left;
      if (moving) left -= next - at;
      at = next;
    }
    moving = !moving;
  }
  return at + left;
}

/** When faults began, oldest first, from the last change backwards as far as remembered. */
export function faultBegins({ raw, since, past }: RawHistory): number[] {
  const newest = past.length - (raw === 'fault' ? 2 : 1);
  const begins = past.filter((_, i) => i <= newest && (newest - i) % 2 === 0);
  if (raw === 'fault') begins.push(since);
  return begins;
}
