import type { AlarmResource } from '@omc/api';

/** Perceived severity (ITU-T X.733 §8.1.2.3). */
export type Severity = AlarmResource['severity'];

/** A severity, or the colour of what is over. */
export type Mark = Severity | 'cleared';

/** From the gravest to the least. */
export const severities: readonly Severity[] = ['critical', 'major', 'minor', 'warning', 'indeterminate'];

/** The letter that stands beside the colour, so that colour is never alone. */
export const severityLetters: Readonly<Record<Severity, string>> = {
  critical: 'C',
  major: 'M',
  minor: 'm',
  warning: 'w',
  indeterminate: 'i',
};

/** The letters of all marks; as in any small letter, `c` is the lesser of two. */
export const markLetters: Readonly<Record<Mark, string>> = { ...severityLetters, cleared: 'c' };

/** Graver is greater, for sorting. */
export function severityRank(severity: Severity): number {
  return severities.length - severities.indexOf(severity);
}

/** What an alarm is marked as: its severity while it is active. */
export function markOf(alarm: Pick<AlarmResource, 'state' | 'severity'>): Mark {
  return alarm.state === 'cleared' ? 'cleared' : alarm.severity;
}
