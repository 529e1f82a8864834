import type { Condition } from '@omc/alarm';
import type { ListedCondition } from '../backend-alarms.js';
import type { MmlLanguage } from '../language.js';
import { lower, upper } from '../letter-case.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { withoutUndefined } from '../without-undefined.js';
import { listed, listNotes, listParameters } from './listing.js';
import { NE } from './scope-parameters.js';

type Phase = Condition['phase'];
const phases: readonly Uppercase<Phase>[] = ['PENDING-RAISE', 'ACTIVE', 'PENDING-CLEAR'];

/** Shows what waits for a window to end. */
export const dspAlmPend = defineCommand(
  {
    verb: 'DSP',
    object: 'ALMPEND',
    title: { en: 'Show supervised keys with an open matter', zh: '显示待定的告警条件' },
    role: 'viewer',
    parameters: [
      NE,
      {
        name: 'PHASE',
        type: { kind: 'enum', values: phases },
        help: {
          en: 'Waiting to be raised, raised, or waiting to be cleared; all where not named',
          zh: '等待产生、已产生或等待恢复；缺省为全部',
        },
      },
      ...listParameters,
    ],
    notes: listNotes,
    example: 'DSP ALMPEND: NE=eNB-100001, PHASE=PENDING-RAISE;',
  },
  (args, { backend, language }) => {
    const selection = withoutUndefined({ ne: args.NE, phase: args.PHASE && lower(args.PHASE) });
    return listed((size) => backend.conditions(selection, size), args, {
      title: { en: 'Supervised keys', zh: '受监视的告警条件' },
      columns,
      rowOf: (condition) => rowOf(condition, language),
    });
  },
);

const columns: readonly Column[] = [
  { key: 'AID', title: { en: 'Alarm ID', zh: '告警ID' } },
  { key: 'NAME', title: { en: 'Alarm name', zh: '告警名称' } },
  { key: 'NE', title: { en: 'NE', zh: '网元' } },
  { key: 'OBJ', title: { en: 'Object', zh: '对象' } },
  { key: 'PHASE', title: { en: 'Phase', zh: '阶段' } },
  { key: 'SINCE', title: { en: 'Since', zh: '开始时间' } },
  { key: 'DEADLINE', title: { en: 'Decided at', zh: '判定时间' } },
  { key: 'HELD', title: { en: 'Waits for the link', zh: '等待连接' } },
  { key: 'ID', title: { en: 'ID', zh: '流水号' } },
];

function rowOf(condition: ListedCondition, language: MmlLanguage): Row {
  const { deadline } = condition;
  return {
    AID: condition.alarmId,
    NAME: condition.name[language],
    NE: condition.ne,
    OBJ: condition.object,
    PHASE: upper(condition.phase),
    SINCE: new Date(condition.since).toISOString(),
    DEADLINE: deadline === undefined ? null : new Date(deadline).toISOString(),
    HELD: condition.held ? 'YES' : 'NO',
    ID: condition.alarm ?? null,
  };
}
