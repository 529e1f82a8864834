import type { FilterRule } from './filter.js';
import type { Info } from './report.js';
import type { Severity } from './severity.js';

/** Event types of ITU-T X.733 §8.1.1 that the catalogue uses. */
export const eventTypes = [
  'communicationsAlarm',
  'qualityOfServiceAlarm',
  'processingErrorAlarm',
  'equipmentAlarm',
  'environmentalAlarm',
] as const;
export type EventType = (typeof eventTypes)[number];

/** What an alarm says of its object: it no longer serves, it serves worse, or neither. */
export const failureClasses = ['down', 'degraded', 'note'] as const;
export type FailureClass = (typeof failureClasses)[number];

/** A text in the two languages of the console. */
export interface Bilingual {
  readonly en: string;
  readonly zh: string;
}

/** How alarms of a type come about: by a filter over reports, by the link's supervision, or derived by the OMC. */
export const origins = ['report', 'handshake', 'derived'] as const;
export type Origin = (typeof origins)[number];

/** A condition on the members of a report's info, all of which must match. */
export type InfoMatch = Readonly<Record<string, string | number | boolean>>;

/** One type of alarm: data of the catalogue. */
export interface AlarmType {
  readonly alarmId: number;
  readonly name: Bilingual;
  readonly meaning: Bilingual;
  readonly effect: Bilingual;
  readonly causes: Bilingual;
  readonly firstSteps: Bilingual;
  readonly objectType: string;
  readonly severity: Severity;
  readonly eventType: EventType;
  readonly probableCause: string;
  readonly failureClass: FailureClass;
  /** Another class, while the alarm's info matches. */
  readonly failureClassWhen?: { readonly info: InfoMatch; readonly failureClass: FailureClass };
  readonly origin: Origin;
  /** The default filter. Types with another origin than `report` have none. */
  readonly filter?: FilterRule;
  /** While the alarm's info matches `info`, only an ok whose info matches `releasedBy` counts. */
  readonly latch?: { readonly info: InfoMatch; readonly releasedBy: InfoMatch };
  /** Types that come before this one on one object: where one of them is active, this one is its symptom. */
  readonly after?: readonly number[];
  /** Where the facts are from: a public export, the client's document, or our own choice. */
  readonly source: string;
}

/** Every type by its alarmId. */
export type Catalogue = ReadonlyMap<number, AlarmType>;

/** Whether an info has every member of a match, with the same value. */
export function infoMatches(info: Info | undefined, match: InfoMatch): boolean {
  return info !== undefined && Object.entries(match).every(([name, value]) => info[name] === value);
}

/** What an alarm says of its object, as its info is now. */
export function failureClassOf({ failureClass, failureClassWhen }: AlarmType, info: Info): FailureClass {
  if (failureClassWhen === undefined || !infoMatches(info, failureClassWhen.info)) return failureClass;
  return failureClassWhen.failureClass;
}
