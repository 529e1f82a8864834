import type { ListedAlarm } from '../backend-alarms.js';
import type { MmlLanguage } from '../language.js';
import { upper } from '../letter-case.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import type { ParameterSpec } from '../table/parameter.js';
import { alarmParameters, alarmsNamed, timeParameters } from './alarm-parameters.js';
import { listed, listNotes, listParameters } from './listing.js';

const newestFirst = { en: 'The newest stand first.', zh: '最新的在前。' };

/** Lists active alarms. */
export const lstAlmAf = defineCommand(
  {
    verb: 'LST',
    object: 'ALMAF',
    title: { en: 'List active alarms', zh: '查询活动告警' },
    role: 'viewer',
    parameters: [...alarmParameters, ...listParameters],
    notes: [newestFirst, ...listNotes],
    example: 'LST ALMAF: ALVL=CRITICAL&MAJOR, ROLE=ROOT, CNT=10;',
  },
  (args, { backend, language }) =>
    listed((size) => backend.alarms({ state: 'active', ...alarmsNamed(args) }, size), args, {
      title: { en: 'Active alarms', zh: '活动告警' },
      columns: activeColumns,
      rowOf: (alarm) => activeRowOf(alarm, language),
    }),
);

const CLRFLG = {
  name: 'CLRFLG',
  type: { kind: 'enum', values: ['ALL', 'CLEARED', 'UNCLEARED'] },
  default: 'ALL',
  help: { en: 'Whether they are cleared', zh: '恢复状态' },
} as const satisfies ParameterSpec;

/** Lists alarms, those that are cleared included. */
export const lstAlmLog = defineCommand(
  {
    verb: 'LST',
    object: 'ALMLOG',
    title: { en: 'List the alarms of the past and present', zh: '查询告警日志' },
    role: 'viewer',
    parameters: [...alarmParameters, ...timeParameters, CLRFLG, ...listParameters],
    notes: [newestFirst, ...listNotes],
    example: 'LST ALMLOG: NE=eNB-100001, ST="2026-11-16 00:00:00", ET="2026-11-23 00:00:00";',
  },
  (args, { backend, language }) => {
    const state = states[args.CLRFLG];
    return listed((size) => backend.alarms({ state, ...alarmsNamed(args, args) }, size), args, {
      title: { en: 'Alarm log', zh: '告警日志' },
      columns: loggedColumns,
      rowOf: (alarm) => loggedRowOf(alarm, language),
    });
  },
);

const states = { ALL: 'all', CLEARED: 'cleared', UNCLEARED: 'active' } as const;

const firstColumns: readonly Column[] = [
  { key: 'AID', title: { en: 'Alarm ID', zh: '告警ID' } },
  { key: 'ALVL', title: { en: 'Severity', zh: '级别' } },
  { key: 'NAME', title: { en: 'Alarm name', zh: '告警名称' } },
  { key: 'NE', title: { en: 'NE', zh: '网元' } },
  { key: 'OBJ', title: { en: 'Object', zh: '对象' } },
  { key: 'RAISED', title: { en: 'Raised at', zh: '产生时间' } },
];

const lastColumns: readonly Column[] = [
  { key: 'ACK', title: { en: 'Ack', zh: '确认状态' } },
  { key: 'ROLE', title: { en: 'Role', zh: '角色' } },
  { key: 'SHELVED', title: { en: 'Shelved', zh: '已搁置' } },
  { key: 'ID', title: { en: 'ID', zh: '流水号' } },
];

const activeColumns: readonly Column[] = [
  ...firstColumns,
  { key: 'REPORTS', title: { en: 'Reports', zh: '上报次数' } },
  ...lastColumns,
];

const loggedColumns: readonly Column[] = [
  ...firstColumns,
  { key: 'STATE', title: { en: 'State', zh: '状态' } },
  { key: 'CLEARED', title: { en: 'Cleared at', zh: '恢复时间' } },
  { key: 'CLEAREDBY', title: { en: 'Cleared by', zh: '恢复方式' } },
  ...lastColumns,
];

/** An alarm as a row of the list of active ones. */
function activeRowOf(alarm: ListedAlarm, language: MmlLanguage): Row {
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
    SHELVED: alarm.shelved ? 'YES' : 'NO',
    ID: alarm.id,
  };
}

/** An alarm as a row of the log, in which it may be cleared. */
export function loggedRowOf(alarm: ListedAlarm, language: MmlLanguage): Row {
  const { clearedAt, clearedBy } = alarm;
  return {
    ...activeRowOf(alarm, language),
    STATE: upper(alarm.state),
    CLEARED: clearedAt === null ? null : new Date(clearedAt).toISOString(),
    CLEAREDBY: clearedBy === null ? null : upper(clearedBy),
  };
}
