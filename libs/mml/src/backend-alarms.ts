import type { Alarm, AlarmType, Bilingual, Condition, PathStep, Role, Severity } from '@omc/alarm';

/** Some of a list that may be long. */
export interface Page<Item> {
  readonly items: readonly Item[];
  /** There are others behind. */
  readonly more: boolean;
}

/** A list, page by page as it is asked for. */
export type Pages<Item> = AsyncIterable<Page<Item>>;

/** What an alarm's line is made from. */
export interface ListedAlarm extends Alarm {
  readonly name: Bilingual;
}

/** Which alarms; members left out do not restrict. Instants in milliseconds since 1970, both included. */
export interface AlarmSelection {
  readonly state: Alarm['state'] | 'all';
  readonly alarmIds?: readonly number[];
  readonly ne?: string;
  readonly object?: string;
  readonly severities?: readonly Severity[];
  readonly roles?: readonly Role[];
  /** Only what a shelf hides, or what none does. */
  readonly shelved?: boolean;
  /** Raised from here on. */
  readonly fromAt?: number;
  /** Raised up to here. */
  readonly untilAt?: number;
}

/** A change of an alarm. */
export interface AlarmChangeTold {
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly text: Bilingual;
}

/** An alarm, why it is there, and what became of it. */
export interface ExplainedAlarm {
  readonly alarm: ListedAlarm;
  readonly path: readonly PathStep[];
  /** How many alarms it explains. */
  readonly symptoms: number;
  readonly text: Bilingual;
  /** Every change, oldest first. */
  readonly log: readonly AlarmChangeTold[];
}

/** An alarm type as it is in force. */
export type ListedAlarmType = AlarmType;

/** A supervised key with an open matter. */
export interface ListedCondition extends Condition {
  readonly name: Bilingual;
}

/** Which supervised keys. */
export interface ConditionSelection {
  readonly ne?: string;
  readonly phase?: Condition['phase'];
}

/** What alarms are counted by. */
export const countedBy = ['type', 'ne', 'hour', 'day'] as const;
export type CountedBy = (typeof countedBy)[number];

/** How many alarms were raised of one type, in one NE, or from one time on. */
export interface AlarmCount {
  readonly alarmId?: number;
  readonly name?: Bilingual;
  readonly ne?: string;
  /** Milliseconds since 1970: when the hour or day began. */
  readonly at?: number;
  readonly raised: number;
  readonly active: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Of those that are cleared; null where none is. */
  readonly meanDurationMs: number | null;
}

/** Counts of alarms, and the time in which they were raised. */
export interface AlarmCounts {
  readonly fromAt: number;
  readonly untilAt: number;
  readonly counts: readonly AlarmCount[];
}

/** What became of one of the alarms that something was done to. */
export interface ActedAlarm {
  readonly id: string;
  /** Why it was not done; undefined where it was. */
  readonly refused?: 'not-found' | 'conflict';
  readonly reason?: string;
}
