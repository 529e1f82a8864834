import { type Alarm, modelSeverity, type Role, type Severity, severityOf } from '@omc/alarm';
import { type CopyField, copyLine } from './copy-line.js';

/** A row of the table `alarm` as pg gives it. */
export interface AlarmRow {
  id: string;
  ne: string;
  object: string;
  alarm_id: number;
  severity: number;
  event_type: Alarm['eventType'];
  probable_cause: string;
  state: Alarm['state'];
  acknowledged: boolean;
  ack_by: string | null;
  ack_at: Date | null;
  fault_at: Date;
  raised_at: Date;
  cleared_at: Date | null;
  cleared_by: Alarm['clearedBy'];
  reports: number;
  text: string;
  info: Alarm['info'];
  intermittent: boolean;
  comments: number;
  version: number;
  life_version: number;
  stale: boolean;
  shelved: boolean;
  role: Role;
  root_ids: string[];
  rule: string | null;
}

/** The alarm that a row holds. */
export function alarmOf(row: AlarmRow): Alarm {
  return {
    id: row.id,
    ne: row.ne,
    object: row.object,
    alarmId: row.alarm_id,
    severity: severityOf(modelSeverity, row.severity) as Severity,
    eventType: row.event_type,
    probableCause: row.probable_cause,
    state: row.state,
    ack: {
      state: row.acknowledged ? 'acknowledged' : 'unacknowledged',
      ...(row.ack_by === null ? {} : { by: row.ack_by }),
      ...(row.ack_at === null ? {} : { at: row.ack_at.getTime() }),
    },
    faultAt: row.fault_at.getTime(),
    raisedAt: row.raised_at.getTime(),
    clearedAt: row.cleared_at?.getTime() ?? null,
    clearedBy: row.cleared_by,
    reports: row.reports,
    text: row.text,
    info: row.info,
    intermittent: row.intermittent,
    stale: row.stale,
    correlation: { role: row.role, rootIds: row.root_ids, rule: row.rule },
    shelved: row.shelved,
    comments: row.comments,
    version: row.version,
    lifeVersion: row.life_version,
  };
}

type Column = readonly [name: string, type: string, value: (alarm: Alarm) => CopyField];

const instant = (at: number | null | undefined): string | null =>
  at === null || at === undefined ? null : new Date(at).toISOString();

/** What of an alarm never changes. */
const fixed: readonly Column[] = [
  ['id', 'uuid', (alarm) => alarm.id],
  ['ne', 'text', (alarm) => alarm.ne],
  ['object', 'text', (alarm) => alarm.object],
  ['alarm_id', 'int', (alarm) => alarm.alarmId],
  ['event_type', 'text', (alarm) => alarm.eventType],
  ['probable_cause', 'text', (alarm) => alarm.probableCause],
  ['fault_at', 'timestamptz', (alarm) => instant(alarm.faultAt)],
  ['raised_at', 'timestamptz', (alarm) => instant(alarm.raisedAt)],
];

/** What does. */
const moving: readonly Column[] = [
  ['severity', 'smallint', (alarm) => modelSeverity[alarm.severity]],
  ['state', 'text', (alarm) => alarm.state],
  ['acknowledged', 'bool', (alarm) => alarm.ack.state === 'acknowledged'],
  ['ack_by', 'text', (alarm) => alarm.ack.by ?? null],
  ['ack_at', 'timestamptz', (alarm) => instant(alarm.ack.at)],
  ['cleared_at', 'timestamptz', (alarm) => instant(alarm.clearedAt)],
  ['cleared_by', 'text', (alarm) => alarm.clearedBy],
  ['reports', 'int', (alarm) => alarm.reports],
  ['text', 'text', (alarm) => alarm.text],
  ['info', 'json', (alarm) => JSON.stringify(alarm.info)],
  ['intermittent', 'bool', (alarm) => alarm.intermittent],
  ['comments', 'int', (alarm) => alarm.comments],
  ['version', 'int', (alarm) => alarm.version],
  ['life_version', 'int', (alarm) => alarm.lifeVersion],
  ['stale', 'bool', (alarm) => alarm.stale],
  ['shelved', 'bool', (alarm) => alarm.shelved],
  ['role', 'text', (alarm) => alarm.correlation.role],
  ['root_ids', 'uuid[]', (alarm) => `{${alarm.correlation.rootIds.join(',')}}`],
  ['rule', 'text', (alarm) => alarm.correlation.rule],
];

const columns = [...fixed, ...moving];
const names = columns.map(([name]) => name);

/** The statement that the lines of new alarms are streamed into. */
export const COPY_ALARMS = `copy alarm (partition, ${names.join(', ')}) from stdin`;

/** New alarms as lines of COPY's text format. */
export function alarmLines(partition: number, alarms: readonly Alarm[]): string {
  let lines = '';
  for (const alarm of alarms) lines += copyLine([partition, ...columns.map(([, , value]) => value(alarm))]);
  return lines;
}

/** Makes the table through which known alarms are brought up to date: it is the connection's own, and empty again after each commit. */
export const MAKE_MOVED = `create temp table alarm_moved (id uuid, ${moving.map(([name, type]) => `${name} ${type}`).join(', ')})
  on commit delete rows`;

/** The statement that the lines of known alarms are streamed into. */
export const COPY_MOVED = `copy alarm_moved (id, ${moving.map(([name]) => name).join(', ')}) from stdin`;

/** Stores what became of known alarms. */
export const MOVE_ALARMS = `update alarm set ${moving.map(([name]) => `${name} = moved.${name}`).join(', ')}
  from alarm_moved moved where alarm.id = moved.id`;

/** Known alarms as lines of COPY's text format: what of them can have changed. */
export function movedLines(alarms: readonly Alarm[]): string {
  let lines = '';
  for (const alarm of alarms) lines += copyLine([alarm.id, ...moving.map(([, , value]) => value(alarm))]);
  return lines;
}
