import type { AlarmType, Bilingual } from '@omc/alarm';
import type { MmlLanguage } from '../language.js';
import { upper } from '../letter-case.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { failure } from '../table/outcome.js';
import { AID } from './scope-parameters.js';

/** Lists the alarm types of the catalogue. */
export const lstAlmInf = defineCommand(
  {
    verb: 'LST',
    object: 'ALMINF',
    title: { en: 'List the alarm catalogue', zh: '查询告警信息' },
    role: 'viewer',
    parameters: [{ ...AID, most: 1000 }],
    notes: [
      {
        en: 'One type is shown with what it means, its effect, its usual causes and the first steps.',
        zh: '只有一种类型时，显示含义、影响、常见原因和处理步骤。',
      },
    ],
    example: 'LST ALMINF: AID=29240;',
  },
  async ({ AID: alarmIds }, { backend, language }) => {
    const types = await backend.alarmTypes(alarmIds);
    const [only] = types;
    if (only === undefined)
      return failure('notFound', { en: 'AID names no alarm type', zh: 'AID 不是目录中的告警类型' });
    const title = { en: 'Alarm catalogue', zh: '告警目录' };
    const shown = types.length === 1 ? [...columns, ...adviceColumns] : columns;
    return { ok: true, table: { title, columns: shown, rows: types.map((type) => rowOf(type, language)) } };
  },
);

const columns: readonly Column[] = [
  { key: 'AID', title: { en: 'Alarm ID', zh: '告警ID' } },
  { key: 'NAME', title: { en: 'Alarm name', zh: '告警名称' } },
  { key: 'ALVL', title: { en: 'Severity', zh: '级别' } },
  { key: 'OBJTYPE', title: { en: 'Object type', zh: '对象类型' } },
  { key: 'EVT', title: { en: 'Event type', zh: '事件类型' } },
  { key: 'CAUSE', title: { en: 'Probable cause', zh: '可能原因' } },
  { key: 'CLASS', title: { en: 'Class', zh: '类别' } },
];

const adviceColumns: readonly Column[] = [
  { key: 'MEANING', title: { en: 'Meaning', zh: '含义' } },
  { key: 'EFFECT', title: { en: 'Effect', zh: '影响' } },
  { key: 'CAUSES', title: { en: 'Usual causes', zh: '常见原因' } },
  { key: 'STEPS', title: { en: 'First steps', zh: '处理步骤' } },
];

function rowOf(type: AlarmType, language: MmlLanguage): Row {
  const say = (text: Bilingual) => text[language];
  return {
    AID: type.alarmId,
    NAME: say(type.name),
    ALVL: upper(type.severity),
    OBJTYPE: type.objectType,
    EVT: type.eventType,
    CAUSE: type.probableCause,
    CLASS: upper(type.failureClass),
    MEANING: say(type.meaning),
    EFFECT: say(type.effect),
    CAUSES: say(type.causes),
    STEPS: say(type.firstSteps),
  };
}
