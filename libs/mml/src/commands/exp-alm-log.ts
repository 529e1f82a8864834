import type { ListedAlarm } from '../backend-alarms.js';
import type { MmlLanguage } from '../language.js';
import type { Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import type { ParameterSpec } from '../table/parameter.js';
import { loggedRowOf } from './alarm-lists.js';
import { alarmParameters, alarmsNamed, timeParameters } from './alarm-parameters.js';
import { listed, listNotes } from './listing.js';

const FMT = {
  name: 'FMT',
  type: { kind: 'enum', values: ['CSV', 'JSON'] },
  default: 'CSV',
  help: { en: 'CSV with a heading, or one JSON object a line', zh: '带表头的CSV，或每行一个JSON对象' },
} as const satisfies ParameterSpec;

/** Gives the alarm log in a form that other programs read. */
export const expAlmLog = defineCommand(
  {
    verb: 'EXP',
    object: 'ALMLOG',
    title: { en: 'Export the alarm log', zh: '导出告警日志' },
    role: 'viewer',
    parameters: [FMT, ...alarmParameters, ...timeParameters],
    notes: [
      {
        en: 'The lines of the file stand in the report, between its title and the number of results; a heading in each report. No cell of CSV begins a formula.',
        zh: '文件内容位于报告的标题与结果个数之间，每个报告都带表头。CSV单元格不会成为公式。',
      },
      ...listNotes,
    ],
    example: 'EXP ALMLOG: FMT=CSV, ST="2026-11-16 00:00:00", ET="2026-11-23 00:00:00";',
  },
  async (args, { backend, language }) => {
    const selection = { state: 'all', ...alarmsNamed(args, args) } as const;
    const form = args.FMT === 'CSV' ? 'csv' : 'json';
    const success = await listed(
      (size) => backend.exportAlarms(selection, form, size),
      { ALL: 'YES', CNT: 1 },
      {
        title: { en: 'Alarm log', zh: '告警日志' },
        columns: exported.map((key) => ({ key, title: key })),
        rowOf: (alarm) => exportedRowOf(alarm, language),
      },
    );
    return success.table === undefined ? success : { ...success, table: { ...success.table, form } };
  },
);

const exported = [
  ...['ID', 'AID', 'NAME', 'ALVL', 'NE', 'OBJ', 'STATE', 'FAULT', 'RAISED', 'CLEARED', 'CLEAREDBY'],
  ...['ACK', 'ACKBY', 'ROLE', 'REPORTS', 'TEXT'],
];

function exportedRowOf(alarm: ListedAlarm, language: MmlLanguage): Row {
  return {
    ...loggedRowOf(alarm, language),
    FAULT: new Date(alarm.faultAt).toISOString(),
    ACKBY: alarm.ack.by ?? null,
    TEXT: alarm.text,
  };
}
