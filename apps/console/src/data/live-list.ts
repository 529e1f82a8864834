import type {
  AlarmResource,
  LiveChange,
  LiveChanges,
  LiveError,
  LiveSnapshot,
  SubscribeRequest,
} from '@omc/api';
import { type AlarmView, requestOf } from './alarm-view.js';

/**
 * What the console knows of its live list. `cursor` is set only while the rows are complete up to it,
 * so that a subscription is resumed from there and never from the middle of a snapshot.
 */
export interface LiveList {
  readonly view: AlarmView;
  readonly connected: boolean;
  readonly phase: 'idle' | 'asking' | 'assembling' | 'live' | 'refused';
  readonly cursor: string | null;
  /** Numbers the questions: an answer to an older one counts for nothing. */
  readonly ask: number;
  /** Whether the rows on screen are of another view, to be dropped with the first part. */
  readonly outdated: boolean;
}

export type LiveInput =
  | { readonly type: 'connected' }
  | { readonly type: 'disconnected' }
  | { readonly type: 'view'; readonly view: AlarmView }
  | { readonly type: 'retry' }
  | { readonly type: 'answer'; readonly ask: number; readonly answer: LiveSnapshot | LiveError }
  | { readonly type: 'snapshot'; readonly snapshot: LiveSnapshot }
  | { readonly type: 'changes'; readonly changes: LiveChanges };

export type LiveEffect =
  | { readonly type: 'subscribe'; readonly ask: number; readonly request: SubscribeRequest }
  /** A new snapshot begins; `clear`: nothing of the old rows stays, else only what the snapshot lacks goes at its end. */
  | { readonly type: 'begin'; readonly clear: boolean }
  | { readonly type: 'put'; readonly alarms: readonly AlarmResource[] }
  | { readonly type: 'end' }
  | { readonly type: 'total'; readonly total: number | null }
  | { readonly type: 'apply'; readonly changes: readonly LiveChange[] }
  | { readonly type: 'refused'; readonly error: LiveError['error'] };

export interface LiveStep {
  readonly list: LiveList;
  readonly effects: readonly LiveEffect[];
}

/** A list that has asked for nothing yet. */
export function newLiveList(view: AlarmView): LiveList {
  return { view, connected: false, phase: 'idle', cursor: null, ask: 0, outdated: true };
}

/** One step of the live list: what it becomes, and what is to be done about it. */
export function stepLiveList(list: LiveList, input: LiveInput): LiveStep {
  switch (input.type) {
    case 'connected':
      return subscribe({ ...list, connected: true });
    case 'disconnected':
      return { list: { ...list, connected: false, phase: 'idle' }, effects: [] };
    case 'view':
      return review(list, input.view);
    case 'retry':
      return list.connected ? subscribe(list) : { list, effects: [] };
    case 'answer':
      return hearAnswer(list, input.ask, input.answer);
    case 'snapshot':
      return isListening(list) ? hearSnapshot(list, input.snapshot) : { list, effects: [] };
    case 'changes':
      return isListening(list) ? hearChanges(list, input.changes) : { list, effects: [] };
  }
}

/** Between a question and its answer, what arrives belongs to the subscription before it. */
function isListening({ phase }: LiveList): boolean {
  return phase === 'assembling' || phase === 'live';
}

function subscribe(list: LiveList): LiveStep {
  const ask = list.ask + 1;
  return {
    list: { ...list, phase: 'asking', ask },
    effects: [{ type: 'subscribe', ask, request: requestOf(list.view, list.cursor) }],
  };
}

function review(list: LiveList, view: AlarmView): LiveStep {
  const next: LiveList = { ...list, view, cursor: null, outdated: true };
  return list.connected ? subscribe(next) : { list: next, effects: [] };
}

function hearAnswer(list: LiveList, ask: number, answer: LiveSnapshot | LiveError): LiveStep {
  if (ask !== list.ask || list.phase !== 'asking') return { list, effects: [] };
  if (!('error' in answer)) return hearSnapshot(list, answer);
  if (list.cursor !== null) return subscribe({ ...list, cursor: null });
  return {
    list: { ...list, phase: 'refused' },
    effects: [{ type: 'refused', error: answer.error }],
  };
}

/** A part goes on with the list that is being put together; without a number it begins a new one. */
function hearSnapshot(list: LiveList, { cursor, snapshot, more, part, total }: LiveSnapshot): LiveStep {
  if (snapshot === null) return { list: { ...list, phase: 'live', cursor }, effects: [] };
  const goesOn = list.phase === 'assembling' && part !== undefined;
  return {
    list: {
      ...list,
      outdated: false,
      ...(more ? { phase: 'assembling', cursor: null } : { phase: 'live', cursor }),
    },
    effects: [
      ...(goesOn ? [] : [{ type: 'begin', clear: list.outdated } as const]),
      { type: 'put', alarms: snapshot },
      ...(goesOn && total === undefined ? [] : [{ type: 'total', total: total ?? null } as const]),
      ...(more ? [] : [{ type: 'end' } as const]),
    ],
  };
}

/** Changes in the midst of a snapshot are applied, but only a complete list has a cursor to come back with. */
function hearChanges(list: LiveList, { cursor, changes, total }: LiveChanges): LiveStep {
  return {
    list: list.phase === 'live' ? { ...list, cursor } : list,
    effects: [
      { type: 'apply', changes },
      ...(total === undefined ? [] : [{ type: 'total', total } as const]),
    ],
  };
}
