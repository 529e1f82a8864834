import { severities } from '@omc/alarm';
import { type AlarmCount, type CountedBy, countedBy } from '../backend-alarms.js';
import type { MmlLanguage } from '../language.js';
import { lower, upper } from '../letter-case.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { failure } from '../table/outcome.js';
import { withoutUndefined } from '../without-undefined.js';
import { alarmParameters, alarmsNamed, levels, timeParameters } from './alarm-parameters.js';

const MOST = 1000;

/** Counts alarms. */
export const lstAlmStat = defineCommand(
  {
    verb: 'LST',
    object: 'ALMSTAT',
    title: { en: 'Count alarms by type, NE or time', zh: '查询告警统计' },
    role: 'viewer',
    parameters: [
      {
        name: 'BY',
        type: { kind: 'enum', values: countedBy.map(upper) },
        default: 'TYPE',
        help: { en: 'What they are counted by', zh: '统计方式' },
      },
      ...alarmParameters,
      ...timeParameters,
      {
        name: 'CNT',
        type: { kind: 'integer', min: 1, max: MOST },
        default: 64,
        help: {
          en: 'How many lines: those with most alarms, the newest hours or days',
          zh: '行数: 告警最多的类型或网元，最新的小时或天',
        },
      },
    ],
    notes: [
      { en: 'Where ST is not named: the 24 hours before ET.', zh: '未指定ST时统计ET之前24小时。' },
      {
        en: 'Counted are the alarms that were raised in that time; hours and days are those of UTC.',
        zh: '统计该时间内产生的告警；小时和天按UTC计算。',
      },
    ],
    example: 'LST ALMSTAT: BY=NE, ALVL=CRITICAL&MAJOR, ST="2026-11-23 00:00:00";',
  },
  async (args, { backend, language }) => {
    const by = lower(args.BY as Uppercase<CountedBy>);
    const selection = { state: 'all', ...alarmsNamed(args, args) } as const;
    const { fromAt, untilAt, counts } = await backend.countAlarms(by, selection, args.CNT);
    // Where ET is named, it was held against ST already.
    if (fromAt > untilAt)
      return failure('outOfRange', { en: 'ST must not be later than now', zh: 'ST 不能晚于当前时间' });
    const span = `${new Date(fromAt).toISOString()} .. ${new Date(untilAt).toISOString()}`;
    return {
      ok: true,
      preface: [{ en: `Raised ${span}`, zh: `产生时间 ${span}` }, ''],
      table: {
        title: { en: 'Alarm statistics', zh: '告警统计' },
        columns: [...headColumns[by], ...countColumns],
        rows: counts.map((count) => rowOf(count, language)),
      },
    };
  },
);

const headColumns: Readonly<Record<CountedBy, readonly Column[]>> = {
  type: [
    { key: 'AID', title: { en: 'Alarm ID', zh: '告警ID' } },
    { key: 'NAME', title: { en: 'Alarm name', zh: '告警名称' } },
  ],
  ne: [{ key: 'NE', title: { en: 'NE', zh: '网元' } }],
  hour: [{ key: 'FROM', title: { en: 'Hour from', zh: '小时起点' } }],
  day: [{ key: 'FROM', title: { en: 'Day from', zh: '日期' } }],
};

const countColumns: readonly Column[] = [
  { key: 'RAISED', title: { en: 'Raised', zh: '产生数' } },
  { key: 'ACTIVE', title: { en: 'Still active', zh: '未恢复数' } },
  ...levels.map((level) => ({ key: level, title: level })),
  { key: 'MEAN', title: { en: 'Mean duration (s)', zh: '平均持续时间(s)' } },
];

function rowOf(count: AlarmCount, language: MmlLanguage): Row {
  const { meanDurationMs } = count;
  return {
    ...withoutUndefined({
      AID: count.alarmId,
      NAME: count.name?.[language],
      NE: count.ne,
      FROM: count.at === undefined ? undefined : new Date(count.at).toISOString(),
    }),
    RAISED: count.raised,
    ACTIVE: count.active,
    ...Object.fromEntries(severities.map((severity) => [upper(severity), count.bySeverity[severity]])),
    MEAN: meanDurationMs === null ? null : Math.round(meanDurationMs) / 1000,
  };
}
