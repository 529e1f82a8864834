/**
 * Supervision of one NE link: when to dial, when to send a handshake, when the NE counts as disconnected.
 * Pure: the instant of each input is given, what is to be done comes back as effects. Durations are milliseconds.
 */
export interface HeartbeatSettings {
  /** From one handshake to the next. */
  readonly intervalMs: number;
  /** Unanswered handshakes in a row until the NE counts as disconnected. */
  readonly misses: number;
  /** From one dial to the next while the NE is disconnected. */
  readonly reconnectMs: number;
  /** The NE's place within the interval (`slotOf`), towards which its handshakes drift. */
  readonly slotMs: number;
}

/** Something that has not been answered yet: a dial (up to the hello), or a handshake. */
interface Pending {
  readonly dueAt: number;
  /** Of a handshake; null for a dial. */
  readonly handshake: number | null;
}

/** Where the supervision of one NE stands. */
export interface HeartbeatState {
  /** `idle`: no connection, dials at `dueAt`; `dialling`: until the hello; `up`: handshakes go out. */
  readonly phase: 'idle' | 'dialling' | 'up';
  readonly disconnected: boolean;
  /** When `beat` wants its next `due`. */
  readonly dueAt: number;
  /** While disconnected: when the next dial is due, whatever comes of the present one. */
  readonly redialAt: number;
  readonly pending: Pending | null;
  /** Unanswered in a row. */
  readonly misses: number;
  /** When the first of them was due. */
  readonly firstMissAt: number | null;
  /** When the last handshake was answered. */
  readonly answeredAt: number | null;
  readonly nextHandshake: number;
  /** The last reason that was told while disconnected. */
  readonly told: string | null;
}

/** What happens to a link. */
export type HeartbeatInput =
  /**
   * `dueAt` is reached; earlier ones are ignored. `unread`: the OMC itself stopped reading since the handshake, so
   * that its answer may lie unread, and nobody can say that it is missing.
   */
  | { readonly kind: 'due'; readonly unread?: boolean }
  /** The NE's hello was good. */
  | { readonly kind: 'hello' }
  | { readonly kind: 'answer'; readonly handshake: number }
  /** The dial failed, the hello was bad, or the connection was closed, by whomever but `close`. */
  | { readonly kind: 'failure'; readonly reason: string };

/** What is to be done, in this order. */
export type HeartbeatEffect =
  | { readonly kind: 'dial' }
  | { readonly kind: 'close' }
  | { readonly kind: 'handshake'; readonly handshake: number }
  /** The first of a row stays unanswered; `at`: when it was due. */
  | { readonly kind: 'missed'; readonly at: number }
  /** Answered after a miss that made no disconnection, or for the first time. */
  | { readonly kind: 'answered' }
  /** `faultAt`: when the first unanswered handshake of the row was due. */
  | { readonly kind: 'disconnected'; readonly faultAt: number; readonly reason: string }
  /** Still disconnected, for another reason than the one told last. */
  | { readonly kind: 'trouble'; readonly reason: string }
  | { readonly kind: 'reconnected' };

/** A step of the supervision. */
export interface Beat {
  readonly state: HeartbeatState;
  readonly effects: readonly HeartbeatEffect[];
}

/** The reason of a dial, hello or handshake that stays unanswered. */
export const TIMEOUT = 'timeout';

/** The share of an interval by which one handshake may be moved towards its slot. */
const NUDGE = 0.05;

/** An NE's place within the interval: spreads many NEs evenly, the same one always alike (FNV-1a). */
export function slotOf(ne: string, intervalMs: number): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < ne.length; index++) hash = Math.imul(hash ^ ne.charCodeAt(index), 0x01000193);
  return (hash >>> 0) % Math.max(1, Math.round(intervalMs));
}

/** Begins to supervise an NE: it is dialled at once. `disconnected`: its 301 is active from before. */
export function startHeartbeat(settings: HeartbeatSettings, disconnected: boolean, now: number): Beat {
  const state: HeartbeatState = {
    phase: 'idle',
    disconnected,
    dueAt: now,
    redialAt: now,
    pending: null,
    misses: disconnected ? settings.misses : 0,
    firstMissAt: null,
    answeredAt: null,
    nextHandshake: 1,
    told: null,
  };
  return dial(state, settings, now);
}

/** Takes one input. Inputs that do not fit the phase, such as a late answer, change nothing. */
export function beat(
  state: HeartbeatState,
  input: HeartbeatInput,
  settings: HeartbeatSettings,
  now: number,
): Beat {
  switch (input.kind) {
    case 'due':
      return now < state.dueAt ? quietly(state) : due(state, input.unread === true, settings, now);
    case 'hello':
      return state.phase === 'dialling' ? greet(state, settings, now) : quietly(state);
    case 'answer':
      return state.pending?.handshake === input.handshake ? answer(state, now) : quietly(state);
    case 'failure':
      return state.phase === 'idle' ? quietly(state) : lose(state, input.reason, settings, now);
  }
}

/** Nothing is to be done. */
function quietly(state: HeartbeatState): Beat {
  return { state, effects: [] };
}

function due(state: HeartbeatState, unread: boolean, settings: HeartbeatSettings, now: number): Beat {
  const from = punctual(state.dueAt, settings, now);
  if (unread && state.phase === 'up' && state.pending !== null)
    return quietly({ ...state, dueAt: nextDue(from, settings) });
  if (state.phase === 'idle') return dial(state, settings, from);
  if (state.pending === null) return handshake(state, settings, from);
  if (state.disconnected) return giveUp(state, settings, now);
  const missed = miss(state, now);
  const told = firstMiss(missed);
  if (missed.misses >= settings.misses)
    return disconnect(missed, TIMEOUT, settings, now, [...told, { kind: 'close' }]);
  if (state.phase === 'up') return preceded(told, handshake(missed, settings, from));
  return preceded([...told, { kind: 'close' }], dial(missed, settings, from));
}

/** Goes by the plan, so that lateness does not add up, unless it is so late that steps would bunch. */
function punctual(dueAt: number, settings: HeartbeatSettings, now: number): number {
  return now - dueAt > settings.intervalMs * NUDGE ? now : dueAt;
}

function dial(state: HeartbeatState, settings: HeartbeatSettings, from: number): Beat {
  const redialAt = from + settings.reconnectMs;
  const dueAt = state.disconnected ? redialAt : nextDue(from, settings);
  const pending = { dueAt: from, handshake: null };
  return { state: { ...state, phase: 'dialling', pending, dueAt, redialAt }, effects: [{ kind: 'dial' }] };
}

function greet(state: HeartbeatState, settings: HeartbeatSettings, now: number): Beat {
  return handshake({ ...state, phase: 'up' }, settings, now);
}

function handshake(state: HeartbeatState, settings: HeartbeatSettings, from: number): Beat {
  const id = state.nextHandshake;
  const pending = { dueAt: from, handshake: id };
  return {
    state: { ...state, pending, nextHandshake: id + 1, dueAt: nextDue(from, settings) },
    effects: [{ kind: 'handshake', handshake: id }],
  };
}

/** An interval later, moved a little towards the NE's slot. */
function nextDue(from: number, { intervalMs, slotMs }: HeartbeatSettings): number {
  const next = from + intervalMs;
  const ahead = (((slotMs - next) % intervalMs) + intervalMs) % intervalMs;
  const distance = ahead > intervalMs / 2 ? ahead - intervalMs : ahead;
  const most = Math.floor(intervalMs * NUDGE);
  return next + Math.round(Math.max(-most, Math.min(most, distance)));
}

function answer(state: HeartbeatState, now: number): Beat {
  const alive = { ...state, pending: null, misses: 0, firstMissAt: null, answeredAt: now };
  const missing = state.misses > 0 || state.answeredAt === null;
  if (!state.disconnected) return { state: alive, effects: missing ? [{ kind: 'answered' }] : [] };
  return { state: { ...alive, disconnected: false, told: null }, effects: [{ kind: 'reconnected' }] };
}

/** The connection is gone. What was pending and the loss itself count once. */
function lose(state: HeartbeatState, reason: string, settings: HeartbeatSettings, now: number): Beat {
  if (state.disconnected) return trouble(state, reason, now);
  const missed = miss(state, now);
  const told = firstMiss(missed);
  if (missed.misses >= settings.misses) return disconnect(missed, reason, settings, now, told);
  return { state: { ...missed, phase: 'idle' }, effects: told };
}

function miss(state: HeartbeatState, now: number): HeartbeatState {
  const dueAt = state.pending?.dueAt ?? now;
  return { ...state, pending: null, misses: state.misses + 1, firstMissAt: state.firstMissAt ?? dueAt };
}

function firstMiss({ misses, firstMissAt }: HeartbeatState): readonly HeartbeatEffect[] {
  return misses === 1 && firstMissAt !== null ? [{ kind: 'missed', at: firstMissAt }] : [];
}

function disconnect(
  state: HeartbeatState,
  reason: string,
  settings: HeartbeatSettings,
  now: number,
  before: readonly HeartbeatEffect[],
): Beat {
  const redialAt = now + settings.reconnectMs;
  return {
    state: { ...state, phase: 'idle', disconnected: true, told: reason, dueAt: redialAt, redialAt },
    effects: [...before, { kind: 'disconnected', faultAt: state.firstMissAt ?? now, reason }],
  };
}

/** While disconnected, a dial, hello or handshake stays unanswered: another dial, when it is due. */
function giveUp(state: HeartbeatState, settings: HeartbeatSettings, now: number): Beat {
  const lost = preceded([{ kind: 'close' }], trouble(state, TIMEOUT, now));
  return lost.state.dueAt > now ? lost : preceded(lost.effects, dial(lost.state, settings, now));
}

function trouble(state: HeartbeatState, reason: string, now: number): Beat {
  const dueAt = Math.max(now, state.redialAt);
  return {
    state: { ...state, phase: 'idle', pending: null, dueAt, told: reason },
    effects: reason === state.told ? [] : [{ kind: 'trouble', reason }],
  };
}

function preceded(before: readonly HeartbeatEffect[], { state, effects }: Beat): Beat {
  return { state, effects: [...before, ...effects] };
}
