import { z } from 'zod';
import { alarmFilter, alarmSorts } from './alarm-query.js';
import type { AlarmResource, AlarmSummary } from './alarm-resource.js';

/** The socket.io namespace of the live alarm stream. */
export const LIVE_NAMESPACE = '/alarms';

/** What a client asks for with `subscribe`: which alarms, and from where, if it has been here before. */
export const subscribeRequest = z.strictObject({
  filter: alarmFilter.prefault({}),
  cursor: z.string().max(200).optional(),
  sort: z.enum(alarmSorts).optional(),
  limit: z.number().int().min(1).max(1000).optional(),
});
export type SubscribeRequest = z.input<typeof subscribeRequest>;

/** One step of a live list. `remove`: the alarm, as it is now, no longer matches the filter. */
export interface LiveChange {
  readonly op: 'upsert' | 'remove';
  readonly alarm: AlarmResource;
}

/** Steps in order, and the cursor at which they leave the list. */
export interface LiveChanges {
  readonly cursor: string;
  readonly changes: readonly LiveChange[];
  /** Further steps to the same cursor follow in the next message; until then the cursor is the one before. */
  readonly more?: boolean;
  /** With a live window (`limit`): how many alarms match now, where that changed. */
  readonly total?: number;
}

/**
 * The list at a cursor; `null` where the client has it and only lacks what follows. With `more`, further parts come as
 * `snapshot` messages, between them changes. A `snapshot` without `part` begins a list anew.
 */
export interface LiveSnapshot {
  readonly cursor: string;
  readonly snapshot: readonly AlarmResource[] | null;
  readonly more?: boolean;
  /** Counts the parts after the first: 1 is the second one. */
  readonly part?: number;
  /** With a live window (`limit`): how many alarms match. */
  readonly total?: number;
}

/** A refusal of `subscribe`, in the words of RFC 9457. */
export interface LiveError {
  readonly error: { readonly title: string; readonly status: number; readonly detail: string };
}

export interface ServerToClient {
  changes: (changes: LiveChanges) => void;
  snapshot: (snapshot: LiveSnapshot) => void;
  summary: (summary: AlarmSummary) => void;
}

export interface ClientToServer {
  subscribe: (request: SubscribeRequest, done: (answer: LiveSnapshot | LiveError) => void) => void;
}
