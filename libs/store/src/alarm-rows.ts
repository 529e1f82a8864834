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
  // As text, since unnest would take an array of arrays apart.
  ['root_ids', 'text', (alarm) => `{${alarm.correlation.rootIds.join(',')}}`],
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

/** Stores alarms as they are now: known ones where they can have changed. `$1` is the partition. */
export const PUT_ALARMS = `
  insert into alarm (partition, ${names.join(', ')})
  select $1, ${names.map((name) => (name === 'root_ids' ? 'root_ids::uuid[]' : name)).join(', ')}
  from unnest(${columns.map(([, type], i) => `$${i + 2}::${type}[]`).join(', ')}) as t(${names.join(', ')})
  on conflict (id) do update set ${moving.map(([name]) => `${name} = excluded.${name}`).join(', ')}`;

/** The parameters of `PUT_ALARMS` after the partition: an array for each column. */
export function alarmColumns(alarms: readonly Alarm[]): unknown[][] {
  return columns.map(([, , value]) => alarms.map(value));
}
