import type { Bilingual } from '@omc/alarm';
import type { ListedAlarm } from '../backend-alarms.js';
import type { MmlLanguage } from '../language.js';
import { displayWidth, padCellsStart } from './display-width.js';
import { escapeControls } from './escape-controls.js';

/** What a live report shows. */
export type ReportedAlarm = Pick<
  ListedAlarm,
  'id' | 'alarmId' | 'name' | 'severity' | 'ne' | 'object' | 'raisedAt' | 'clearedAt' | 'text'
>;

/** What a live report tells of an alarm. */
export type Told = 'raised' | 'cleared';

const turns: Readonly<Record<Told, Bilingual>> = {
  raised: { en: 'Fault', zh: '故障' },
  cleared: { en: 'Recovery', zh: '恢复' },
};

const names = {
  id: { en: 'ID', zh: '流水号' },
  name: { en: 'Alarm name', zh: '告警名称' },
  severity: { en: 'Severity', zh: '级别' },
  ne: { en: 'NE', zh: '网元' },
  object: { en: 'Object', zh: '对象' },
  raised: { en: 'Raised at', zh: '产生时间' },
  cleared: { en: 'Cleared at', zh: '恢复时间' },
  text: { en: 'Text', zh: '文本' },
} as const satisfies Record<string, Bilingual>;

/**
 * The report of an alarm that was raised or cleared just now, in its frame: `ALARM` in the place of `O&M`, no command
 * and no RETCODE, so that nobody takes it for an answer.
 */
export function renderAlarmReport(
  alarm: ReportedAlarm,
  told: Told,
  at: number,
  language: MmlLanguage,
): string {
  const lines: readonly (readonly [Bilingual, string])[] = [
    [names.name, alarm.name[language]],
    [names.severity, alarm.severity.toUpperCase()],
    [names.ne, alarm.ne],
    [names.object, alarm.object === '' ? '""' : alarm.object],
    [names.raised, new Date(alarm.raisedAt).toISOString()],
    ...(alarm.clearedAt === null ? [] : [[names.cleared, new Date(alarm.clearedAt).toISOString()] as const]),
    ...(alarm.text === '' ? [] : [[names.text, alarm.text] as const]),
    [names.id, alarm.id],
  ];
  const width = Math.max(...lines.map(([name]) => displayWidth(name[language])));
  return [
    `+++    OMC        ${new Date(at).toISOString().slice(0, 19).replace('T', ' ')}`,
    `ALARM  ${alarm.alarmId}  ${turns[told][language]}  ${alarm.severity.toUpperCase()}`,
    ...lines.map(([name, value]) => `${padCellsStart(name[language], width)}  =  ${escapeControls(value)}`),
    '---    END',
    '',
  ].join('\n');
}
