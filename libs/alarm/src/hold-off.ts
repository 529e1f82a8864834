import { changed, faultBegins, type RawHistory, whenFaultTimeIs } from './raw-history.js';
import type { RawState } from './report.js';
import type { Windows } from './windows.js';

/** The hold-off of one key: what its device says, and what operators see of it. Plain data; instants in milliseconds. */
export interface HoldOffState extends RawHistory {
  /** `fault` while an alarm is active. */
  readonly settled: RawState;
  /** When that was decided: what is told later as having been earlier is too late to change it. */
  readonly decidedAt: number;
  /** After an operator's clear nothing is raised until the next raw ok. */
  readonly quiet: boolean;
}

/** What the hold-off makes of a key: raise (`fault`) or clear (`ok`), and the instant at which the rule held. */
export interface Decision {
  readonly settled: RawState;
  readonly at: number;
  /** Raised by the number of faults, not by their length. */
  readonly intermittent: boolean;
}

/** A key's state after an input, and what that decided, in order. */
export interface Settled {
  readonly state: HoldOffState;
  readonly decisions: readonly Decision[];
}

/** Before its first report a key was ok, always. */
export const atRest: HoldOffState = {
  raw: 'ok',
  since: Number.NEGATIVE_INFINITY,
  past: [],
  settled: 'ok',
  decidedAt: Number.NEGATIVE_INFINITY,
  quiet: false,
};

/** How long a key that is at rest is remembered, so that a late event still meets what was decided. */
export const REMEMBERED_MS = 180_000;

const UNDECIDED: readonly Decision[] = [];

/** Hears the device at an instant. Time passes first, so a late timer cannot change the outcome. */
export function hear(state: HoldOffState, raw: RawState, at: number, windows: Windows): Settled {
  const instant = heardAt(state, at);
  const before = settle(state, windows, instant);
  if (before.state.raw === raw) return before;
  const after = settle(turn(before.state, raw, instant, windows), windows, instant);
  if (before.decisions.length === 0) return after;
  return { state: after.state, decisions: [...before.decisions, ...after.decisions] };
}

/** When an event counts: one that is older than the last transition or decision takes that instant. */
export function heardAt({ since, decidedAt }: HoldOffState, at: number): number {
  return Math.max(at, since, decidedAt);
}

/** The device changed its mind, which as such decides nothing. What was due before must have been settled. */
export function turn(state: HoldOffState, raw: RawState, at: number, windows: Windows): HoldOffState {
  const { past } = changed(state, raw, at, windows.horizonMs);
  // Member by member: spreading objects here costs more than everything else in the hold-off together.
  return {
    raw,
    since: at,
    past,
    settled: state.settled,
    decidedAt: state.decidedAt,
    quiet: state.quiet && raw === 'fault',
  };
}

/**
 * Lets time pass: the next decision counts once its instant is reached. `inForceAt` is when the windows came
 * into force: what they make of an earlier past is decided then.
 */
export function settle(
  state: HoldOffState,
  windows: Windows,
  now: number,
  inForceAt = Number.NEGATIVE_INFINITY,
): Settled {
  const next = nextDecision(state, windows);
  if (next === undefined || next.at > now) return { state, decisions: UNDECIDED };
  const decision = next.at < inForceAt ? { ...next, at: inForceAt } : next;
  const { settled, at } = decision;
  const { raw, since, past, quiet } = state;
  return { state: { raw, since, past, settled, decidedAt: at, quiet }, decisions: [decision] };
}

/** What will be decided, and when, if the device says nothing more. */
export function nextDecision(state: HoldOffState, windows: Windows): Decision | undefined {
  if (state.settled === state.raw) return undefined;
  return state.raw === 'fault' ? nextRaise(state, windows) : nextClear(state, windows);
}

function nextRaise(state: HoldOffState, windows: Windows): Decision | undefined {
  if (state.quiet) return undefined;
  const at = raisesAt(state, windows);
  if (at > state.since && isIntermittent(state, windows))
    return { settled: 'fault', at: state.since, intermittent: true };
  return { settled: 'fault', at, intermittent: false };
}

function raisesAt(state: HoldOffState, windows: Windows): number {
  const { createWindowMs, createThresholdMs } = windows;
  if (createThresholdMs === createWindowMs) return state.since + createWindowMs;
  return whenFaultTimeIs(state, createWindowMs, createThresholdMs);
}

function isIntermittent(state: HoldOffState, { statWindowMs, statCreate }: Windows): boolean {
  if (statWindowMs === 0) return false;
  const from = state.since - statWindowMs;
  return faultBegins(state).filter((begin) => begin > from).length >= statCreate;
}

function nextClear(state: HoldOffState, windows: Windows): Decision {
  const at = Math.max(clearsAt(state, windows), calmAt(state, windows));
  return { settled: 'ok', at, intermittent: false };
}

function clearsAt(state: HoldOffState, { restoreWindowMs, restoreThresholdMs }: Windows): number {
  if (restoreThresholdMs === 0) return state.since + restoreWindowMs;
  return whenFaultTimeIs(state, restoreWindowMs, restoreThresholdMs);
}

/** When few enough faults lie in the statistics window: the one too many, counted from the newest, has left it. */
function calmAt(state: HoldOffState, { statWindowMs, statRestore }: Windows): number {
  if (statWindowMs === 0) return state.since;
  const begins = faultBegins(state);
  const oneTooMany = begins[begins.length - 1 - statRestore];
  return oneTooMany === undefined ? state.since : Math.max(state.since, oneTooMany + statWindowMs);
}

/** An operator ended the alarm: quiet until the device says ok. */
export function clearedByOperator(state: HoldOffState, at: number): HoldOffState {
  return { ...state, settled: 'ok', decidedAt: at, quiet: state.raw === 'fault' };
}

/** When a key has nothing more to remember, if the device says nothing more; undefined while it has an open matter. */
export function restsAt(state: HoldOffState, windows: Windows): number | undefined {
  if (state.raw === 'fault' || state.settled === 'fault') return undefined;
  return heardAt(state, Number.NEGATIVE_INFINITY) + Math.max(windows.horizonMs, REMEMBERED_MS);
}
