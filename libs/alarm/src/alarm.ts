import type { EventType } from './catalogue.js';
import type { Info } from './report.js';
import type { Severity } from './severity.js';

/** What ended an alarm. */
export const clearCauses = [
  'report',
  'resync',
  'reconnect',
  'operator',
  'derived',
  'filter',
  'removed',
] as const;
export type ClearCause = (typeof clearCauses)[number];

/** An alarm's part in a disturbance. */
export const roles = ['root', 'symptom', 'standalone'] as const;
export type Role = (typeof roles)[number];

/** How an alarm is tied to others: derived facts, recomputed, never part of its life. */
export interface Correlation {
  readonly role: Role;
  readonly rootIds: readonly string[];
  readonly rule: string | null;
}

/**
 * Whether somebody has taken notice (X.733 knows it as the alarm's acknowledgement; 3GPP TS 32.111-2 §5.3 as ackState),
 * and who said so last: also who took an acknowledgement back.
 */
export interface Acknowledgement {
  readonly state: 'unacknowledged' | 'acknowledged';
  readonly by?: string;
  readonly at?: number;
}

/** One raise-to-clear life of a supervised key. Instants are milliseconds since 1970 UTC. */
export interface Alarm {
  readonly id: string;
  readonly ne: string;
  readonly object: string;
  readonly alarmId: number;
  readonly severity: Severity;
  readonly eventType: EventType;
  readonly probableCause: string;
  readonly state: 'active' | 'cleared';
  readonly ack: Acknowledgement;
  /** When the raw fault that was there at the raise began. */
  readonly faultAt: number;
  /** When the filter decided. */
  readonly raisedAt: number;
  readonly clearedAt: number | null;
  readonly clearedBy: ClearCause | null;
  /** Raw reports of the key since `faultAt`, repeats and ok included. */
  readonly reports: number;
  readonly text: string;
  readonly info: Info;
  readonly intermittent: boolean;
  /** Its NE is disconnected: what is shown may no longer be so. */
  readonly stale: boolean;
  readonly correlation: Correlation;
  readonly shelved: boolean;
  readonly comments: number;
  /** Orders every change of this alarm, roles included. */
  readonly version: number;
  /** Orders the changes of its own life; actions are checked against it. */
  readonly lifeVersion: number;
}

/** The correlation of an alarm that nothing ties to another. */
export const standalone: Correlation = { role: 'standalone', rootIds: [], rule: null };

/** What can happen to an alarm. */
export const changeKinds = [
  'raised',
  'cleared',
  'updated',
  'counted',
  'stale',
  'fresh',
  'reason',
  'role',
  'shelved',
  'unshelved',
  'acknowledged',
  'unacknowledged',
  'commented',
] as const;
export type ChangeKind = (typeof changeKinds)[number];

/** One change of one alarm: a row of the change log. */
export interface AlarmChange {
  /** Position in the change log of the writer's partition; gapless, in commit order. */
  readonly seq: number;
  readonly kind: ChangeKind;
  /** When it took effect, which may be before it was recorded. */
  readonly at: number;
  readonly by?: string;
  /** The facts from which the log's sentence is made. */
  readonly facts: Readonly<Record<string, unknown>>;
  /** The alarm as this change left it. */
  readonly alarm: Alarm;
  /** The alarm as it was, unless the change raised it. */
  readonly before?: Alarm;
}
