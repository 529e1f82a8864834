/** Perceived severity (ITU-T X.733 §8.1.2.3), from the gravest to the least; `cleared` is a state here, not a severity. */
export const severities = ['critical', 'major', 'minor', 'warning', 'indeterminate'] as const;
export type Severity = (typeof severities)[number];

/** A severity, or `cleared`, as interfaces carry it in one number. */
export type SeverityOrCleared = Severity | 'cleared';

type Codes = Readonly<Record<SeverityOrCleared, number>>;

/** ItuPerceivedSeverity (RFC 3877, ITU-ALARM-TC-MIB). */
export const ituSeverity: Codes = {
  cleared: 1,
  indeterminate: 2,
  critical: 3,
  major: 4,
  minor: 5,
  warning: 6,
};

/** alarmModelState (RFC 3877) and RFC 8632: graver is greater, so it also sorts. */
export const modelSeverity: Codes = {
  cleared: 1,
  indeterminate: 2,
  warning: 3,
  minor: 4,
  major: 5,
  critical: 6,
};

/** Huawei U2000 file and northbound interface. */
export const u2000Severity: Codes = {
  critical: 1,
  major: 2,
  minor: 3,
  warning: 4,
  indeterminate: 5,
  cleared: 6,
};

/** The severity that a code stands for in one of the maps above, or undefined. */
export function severityOf(codes: Codes, code: number): SeverityOrCleared | undefined {
  for (const name of [...severities, 'cleared'] as const) if (codes[name] === code) return name;
  return undefined;
}
