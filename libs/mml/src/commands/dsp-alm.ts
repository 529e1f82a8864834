import type { PathStep } from '@omc/alarm';
import type { AlarmChangeTold, ExplainedAlarm } from '../backend-alarms.js';
import { inBoth, type MmlLanguage, type Words } from '../language.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { loggedRowOf } from './alarm-lists.js';
import { refuse } from './refuse.js';

const MOST_CHANGES = 10;

/** Shows one alarm, why it is there, and what became of it. */
export const dspAlm = defineCommand(
  {
    verb: 'DSP',
    object: 'ALM',
    title: { en: 'Show an alarm with its explanation', zh: '显示告警及其原因' },
    role: 'viewer',
    notes: [
      {
        en: `Its last ${MOST_CHANGES} changes stand before it, with the comments.`,
        zh: `其前为最近${MOST_CHANGES}次变化，包括备注。`,
      },
    ],
    parameters: [
      {
        name: 'ID',
        type: { kind: 'alarm' },
        required: true,
        help: { en: 'The alarm, by its ID', zh: '告警流水号' },
      },
    ],
    example: 'DSP ALM: ID=01930000-0000-7000-8000-000000000001;',
  },
  async ({ ID: id }, { backend, language }) => {
    const result = await backend.explainAlarm(id);
    if (!result.ok) return refuse(result);
    const { text, path, log } = result.value;
    const preface = [text, ...path.map(stepText), '', ...logText(log), ''];
    const title = { en: 'Alarm', zh: '告警' };
    return { ok: true, preface, table: { title, columns, rows: [rowOf(result.value, language)] } };
  },
);

/** The last changes, comments among them. */
function logText(log: readonly AlarmChangeTold[]): Words[] {
  const last = log.slice(-MOST_CHANGES);
  const [shown, all] = [last.length, log.length];
  return [
    { en: `Last changes (${shown} of ${all})`, zh: `最近变化 (${shown}/${all})` },
    ...last.map(({ at, text }) => {
      const time = new Date(at).toISOString();
      return { en: `${time}  ${text.en}`, zh: `${time}  ${text.zh}` };
    }),
  ];
}

const states = { out: { en: 'out', zh: '中断' }, impaired: { en: 'impaired', zh: '受损' } };

/** One step of the way from the alarm's object to the first root. */
function stepText({ ne, object, state, because, alarm, group }: PathStep, at: number): Words {
  const place = `${at + 1}. ${ne}//${object}`;
  const reason = {
    alarm: { en: `an alarm on it (${alarm ?? '-'})`, zh: `其上的告警 (${alarm ?? '-'})` },
    group: {
      en: `what it requires: ${(group ?? []).join(', ') || '-'}`,
      zh: `所依赖的对象: ${(group ?? []).join(', ') || '-'}`,
    },
    order: { en: `an alarm that comes before (${alarm ?? '-'})`, zh: `顺序在前的告警 (${alarm ?? '-'})` },
  }[because];
  return inBoth({
    en: (say) => `${place} ${say(states[state])} by ${say(reason)}`,
    zh: (say) => `${place} ${say(states[state])}，原因: ${say(reason)}`,
  });
}

const columns: readonly Column[] = [
  { key: 'ID', title: { en: 'ID', zh: '流水号' } },
  { key: 'AID', title: { en: 'Alarm ID', zh: '告警ID' } },
  { key: 'NAME', title: { en: 'Alarm name', zh: '告警名称' } },
  { key: 'ALVL', title: { en: 'Severity', zh: '级别' } },
  { key: 'EVT', title: { en: 'Event type', zh: '事件类型' } },
  { key: 'CAUSE', title: { en: 'Probable cause', zh: '可能原因' } },
  { key: 'NE', title: { en: 'NE', zh: '网元' } },
  { key: 'OBJ', title: { en: 'Object', zh: '对象' } },
  { key: 'STATE', title: { en: 'State', zh: '状态' } },
  { key: 'FAULT', title: { en: 'Fault since', zh: '故障开始时间' } },
  { key: 'RAISED', title: { en: 'Raised at', zh: '产生时间' } },
  { key: 'CLEARED', title: { en: 'Cleared at', zh: '恢复时间' } },
  { key: 'CLEAREDBY', title: { en: 'Cleared by', zh: '恢复方式' } },
  { key: 'ACK', title: { en: 'Ack', zh: '确认状态' } },
  { key: 'ACKBY', title: { en: 'Acknowledged by', zh: '确认人' } },
  { key: 'ACKAT', title: { en: 'Acknowledged at', zh: '确认时间' } },
  { key: 'REPORTS', title: { en: 'Reports', zh: '上报次数' } },
  { key: 'TEXT', title: { en: 'Text', zh: '文本' } },
  { key: 'INFO', title: { en: 'Details', zh: '详细信息' } },
  { key: 'INTERMITTENT', title: { en: 'Intermittent', zh: '间歇' } },
  { key: 'STALE', title: { en: 'Stale', zh: '可能过时' } },
  { key: 'SHELVED', title: { en: 'Shelved', zh: '已搁置' } },
  { key: 'CMTS', title: { en: 'Comments', zh: '备注数' } },
  { key: 'ROLE', title: { en: 'Role', zh: '角色' } },
  { key: 'ROOTS', title: { en: 'Root alarms', zh: '根告警' } },
  { key: 'SYMPTOMS', title: { en: 'Symptoms', zh: '衍生告警数' } },
];

function rowOf({ alarm, symptoms }: ExplainedAlarm, language: MmlLanguage): Row {
  const { ack, info, correlation } = alarm;
  return {
    ...loggedRowOf(alarm, language),
    EVT: alarm.eventType,
    CAUSE: alarm.probableCause,
    FAULT: new Date(alarm.faultAt).toISOString(),
    ACKBY: ack.by ?? null,
    ACKAT: ack.at === undefined ? null : new Date(ack.at).toISOString(),
    TEXT: alarm.text,
    INFO: Object.keys(info).length === 0 ? null : JSON.stringify(info),
    INTERMITTENT: alarm.intermittent ? 'YES' : 'NO',
    STALE: alarm.stale ? 'YES' : 'NO',
    CMTS: alarm.comments,
    ROOTS: correlation.rootIds.length === 0 ? null : correlation.rootIds.join('&'),
    SYMPTOMS: symptoms,
  };
}
