import { type Role, roles, type Severity, severities } from '@omc/alarm';
import type { ListedAlarm } from '../backend.js';
import { lower, upper } from '../letter-case.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { withoutUndefined } from '../without-undefined.js';
import { refuse } from './refuse.js';
import { AID, NE } from './scope-parameters.js';

const levels: readonly Uppercase<Severity>[] = severities.map(upper);
const parts: readonly Uppercase<Role>[] = roles.map(upper);
const MOST = 1000;

/** Lists active alarms. */
export const lstAlmAf = defineCommand(
  {
    verb: 'LST',
    object: 'ALMAF',
    title: { en: 'List active alarms', zh: '查询活动告警' },
    role: 'viewer',
    parameters: [
      AID,
      NE,
      { name: 'ALVL', type: { kind: 'enum', values: levels }, help: 'Severity' },
      { name: 'ROLE', type: { kind: 'enum', values: parts }, help: 'Part in a disturbance' },
      {
        name: 'CNT',
        type: { kind: 'integer', min: 1, max: MOST },
        default: 64,
        help: 'How many to list, the newest first',
      },
    ],
    example: 'LST ALMAF: ALVL=CRITICAL, ROLE=ROOT, CNT=10;',
  },
  async ({ AID: alarmId, NE: ne, ALVL, ROLE, CNT: limit }, { backend }) => {
    const severity = ALVL && lower(ALVL);
    const role = ROLE && lower(ROLE);
    const restriction = withoutUndefined({ alarmId, ne, severity, role });
    const result = await backend.listActiveAlarms({ ...restriction, limit });
    if (!result.ok) return refuse(result);
    const { alarms, more } = result.value;
    const note = more ? { note: `There are more; CNT lists up to ${MOST}` } : {};
    return { ok: true, table: { title: 'Active alarms', columns, rows: alarms.map(rowOf), ...note } };
  },
);

const columns: readonly Column[] = [
  { key: 'AID', title: 'Alarm ID' },
  { key: 'ALVL', title: 'Severity' },
  { key: 'NAME', title: 'Alarm name' },
  { key: 'NE', title: 'NE' },
  { key: 'OBJ', title: 'Object' },
  { key: 'RAISED', title: 'Raised at' },
  { key: 'REPORTS', title: 'Reports' },
  { key: 'ACK', title: 'Ack' },
  { key: 'ROLE', title: 'Role' },
  { key: 'ID', title: 'ID' },
];

function rowOf(alarm: ListedAlarm): Row {
  return {
    AID: alarm.alarmId,
    ALVL: upper(alarm.severity),
    NAME: alarm.name.en,
    NE: alarm.ne,
    OBJ: alarm.object,
    RAISED: new Date(alarm.raisedAt).toISOString(),
    REPORTS: alarm.reports,
    ACK: upper(alarm.ack.state),
    ROLE: upper(alarm.correlation.role),
    ID: alarm.id,
  };
}
