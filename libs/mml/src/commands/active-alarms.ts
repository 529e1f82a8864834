import { type Role, roles, type Severity, severities } from '@omc/alarm';
import type { ListedAlarm } from '../backend.js';
import type { MmlLanguage } from '../language.js';
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
      { name: 'ALVL', type: { kind: 'enum', values: levels }, help: { en: 'Severity', zh: '级别' } },
      {
        name: 'ROLE',
        type: { kind: 'enum', values: parts },
        help: { en: 'Part in a disturbance', zh: '在故障中的角色' },
      },
      {
        name: 'CNT',
        type: { kind: 'integer', min: 1, max: MOST },
        default: 64,
        help: { en: 'How many to list, the newest first', zh: '列出的条数，最新的在前' },
      },
    ],
    example: 'LST ALMAF: ALVL=CRITICAL, ROLE=ROOT, CNT=10;',
  },
  async ({ AID: alarmId, NE: ne, ALVL, ROLE, CNT: limit }, { backend, language }) => {
    const severity = ALVL && lower(ALVL);
    const role = ROLE && lower(ROLE);
    const restriction = withoutUndefined({ alarmId, ne, severity, role });
    const result = await backend.listActiveAlarms({ ...restriction, limit });
    if (!result.ok) return refuse(result);
    const { alarms, more } = result.value;
    const note = more ? { note: `There are more; CNT lists up to ${MOST}` } : {};
    return {
      ok: true,
      table: {
        title: { en: 'Active alarms', zh: '活动告警' },
        columns,
        rows: alarms.map((alarm) => rowOf(alarm, language)),
        ...note,
      },
    };
  },
);

const columns: readonly Column[] = [
  { key: 'AID', title: { en: 'Alarm ID', zh: '告警ID' } },
  { key: 'ALVL', title: { en: 'Severity', zh: '级别' } },
  { key: 'NAME', title: { en: 'Alarm name', zh: '告警名称' } },
  { key: 'NE', title: { en: 'NE', zh: '网元' } },
  { key: 'OBJ', title: { en: 'Object', zh: '对象' } },
  { key: 'RAISED', title: { en: 'Raised at', zh: '产生时间' } },
  { key: 'REPORTS', title: { en: 'Reports', zh: '上报次数' } },
  { key: 'ACK', title: { en: 'Ack', zh: '确认状态' } },
  { key: 'ROLE', title: { en: 'Role', zh: '角色' } },
  { key: 'ID', title: { en: 'ID', zh: '流水号' } },
];

function rowOf(alarm: ListedAlarm, language: MmlLanguage): Row {
  return {
    AID: alarm.alarmId,
    ALVL: upper(alarm.severity),
    NAME: alarm.name[language],
    NE: alarm.ne,
    OBJ: alarm.object,
    RAISED: new Date(alarm.raisedAt).toISOString(),
    REPORTS: alarm.reports,
    ACK: upper(alarm.ack.state),
    ROLE: upper(alarm.correlation.role),
    ID: alarm.id,
  };
}
