import type { ElementReport } from '../element/element-report.js';
import type { MappedAlarm } from './alarm-mapping.js';
import type { LoggedAlarm } from './read-alarm-log.js';

/** What a device of a log reported, in order of time. */
export interface DeviceLog {
  readonly device: number;
  readonly reports: readonly ElementReport[];
}

/** A log as its devices would have told it. */
export interface ReplayedLog {
  readonly devices: readonly DeviceLog[];
  /** Faults, after alarms of one key that overlap or touch became one. */
  readonly faults: number;
  readonly firstAt: number;
  readonly lastAt: number;
}

interface Span {
  readonly start: number;
  end: number;
}

/** Turns the alarms of a log into reports. `atOf` gives the instant of a second of the log. */
export function logEvents(
  rows: readonly LoggedAlarm[],
  names: ReadonlyMap<number, MappedAlarm>,
  atOf: (second: number) => number,
): ReplayedLog {
  const devices = groupedBy(rows, ({ device }) => device);
  const logs = [...devices].map(([device, alarms]) => deviceLog(device, alarms, names, atOf));
  const { first, last } = spanOf(rows);
  return {
    devices: logs.sort((one, other) => one.device - other.device),
    faults: logs.reduce((sum, { reports }) => sum + reports.length / 2, 0),
    firstAt: atOf(first),
    lastAt: atOf(last),
  };
}

/** The first and the last second of a log. */
export function spanOf(rows: readonly LoggedAlarm[]): { readonly first: number; readonly last: number } {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const { start, end } of rows) {
    first = Math.min(first, start);
    last = Math.max(last, end);
  }
  return { first, last };
}

function deviceLog(
  device: number,
  rows: readonly LoggedAlarm[],
  names: ReadonlyMap<number, MappedAlarm>,
  atOf: (second: number) => number,
): DeviceLog {
  const reports: (ElementReport & { readonly at: number })[] = [];
  for (const [alarm, alarms] of groupedBy(rows, (row) => row.alarm)) {
    const name = names.get(alarm);
    if (name === undefined) continue;
    for (const { start, end } of merged(alarms))
      reports.push({ ...name, state: 'fault', at: atOf(start) }, { ...name, state: 'ok', at: atOf(end) });
  }
  // What began and ended in one second stays in its order: sorting is stable.
  return { device, reports: reports.sort((one, other) => one.at - other.at) };
}

/** Alarms of one key that overlap or touch are one fault. */
function merged(rows: readonly LoggedAlarm[]): Span[] {
  const spans: Span[] = [];
  for (const { start, end } of [...rows].sort((one, other) => one.start - other.start)) {
    const last = spans.at(-1);
    if (last !== undefined && start <= last.end) last.end = Math.max(last.end, end);
    else spans.push({ start, end });
  }
  return spans;
}

function groupedBy(
  rows: readonly LoggedAlarm[],
  numberOf: (row: LoggedAlarm) => number,
): Map<number, LoggedAlarm[]> {
  const groups = new Map<number, LoggedAlarm[]>();
  for (const row of rows) {
    const group = groups.get(numberOf(row));
    if (group === undefined) groups.set(numberOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
