import type { Alarm } from './alarm.js';

/** What operators do to an alarm (3GPP TS 32.111-2 §5: acknowledgeAlarms, unacknowledgeAlarms, setComment, clearAlarms). */
export const alarmActionNames = ['acknowledge', 'unacknowledge', 'clear', 'comment'] as const;
export type AlarmActionName = (typeof alarmActionNames)[number];

/** The longest comment, in characters. */
export const MAX_COMMENT = 2_000;

/** One thing that an operator does to one alarm. */
export interface AlarmAction {
  readonly action: AlarmActionName;
  /** The alarm. */
  readonly id: string;
  /** What the operator has to say; always with `comment`. */
  readonly comment?: string;
  /** Only where this is still the alarm's `lifeVersion`. */
  readonly lifeVersion?: number;
}

/** What became of an action; `changed`: the alarm has another `lifeVersion` than the one that was asked for. */
export type ActionOutcome =
  | { readonly id: string; readonly outcome: 'done'; readonly reason?: undefined }
  | {
      readonly id: string;
      readonly outcome: 'not-found' | 'conflict' | 'changed';
      readonly reason: string;
    };

/** Actions on alarms, one after the other; each stands or falls by itself. */
export interface ActOnAlarms {
  readonly kind: 'act-on-alarms';
  readonly actions: readonly AlarmAction[];
  readonly by: string;
  /** Those of the alarms that were not active when the command's turn came, as they are stored. */
  readonly stored?: readonly Alarm[];
}

/** What somebody said about an alarm (RFC 8632 §3.5.2: operator notes). */
export interface AlarmComment {
  readonly id: string;
  readonly alarm: string;
  readonly at: number;
  readonly by: string;
  /** At most `MAX_COMMENT` characters. */
  readonly text: string;
}
