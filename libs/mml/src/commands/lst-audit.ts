import type { Json } from '@omc/alarm';
import type { ListedAuditEntry } from '../backend-people.js';
import { upper } from '../letter-case.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { withoutUndefined } from '../without-undefined.js';
import { listed, listNotes, listParameters } from './listing.js';

/** Lists who did what. */
export const lstAudit = defineCommand(
  {
    verb: 'LST',
    object: 'AUDIT',
    title: { en: 'List who did what', zh: '查询操作日志' },
    role: 'admin',
    wholeNetwork: true,
    parameters: [
      {
        name: 'USER',
        type: { kind: 'string', max: 64 },
        help: { en: 'Who did it', zh: '操作用户' },
      },
      {
        name: 'ACT',
        type: { kind: 'string', max: 64 },
        help: { en: 'What was done, such as set-filter', zh: '操作，如set-filter' },
      },
      {
        name: 'TGT',
        type: { kind: 'string', max: 400 },
        help: { en: 'To what, such as "NE eNB-100001"', zh: '操作对象，如"NE eNB-100001"' },
      },
      { name: 'ST', type: { kind: 'time' }, help: { en: 'Done from here on', zh: '操作时间的起点' } },
      { name: 'ET', type: { kind: 'time' }, help: { en: 'Done up to here', zh: '操作时间的终点' } },
      ...listParameters,
    ],
    notes: [{ en: 'The newest stand first.', zh: '最新的在前。' }, ...listNotes],
    example: 'LST AUDIT: USER=wang, ST="2026-11-16 00:00:00";',
  },
  async (args, { backend }) => {
    const { USER: user, ACT: action, TGT: target, ST: fromAt, ET: untilAt } = args;
    const wanted = withoutUndefined({ user, action, target, fromAt, untilAt });
    return await listed((size) => backend.auditEntries(wanted, size), args, {
      title: { en: 'Audit log', zh: '操作日志' },
      columns,
      rowOf,
    });
  },
);

const columns: readonly Column[] = [
  { key: 'ID', title: { en: 'No.', zh: '序号' } },
  { key: 'AT', title: { en: 'At', zh: '时间' } },
  { key: 'USER', title: { en: 'User', zh: '用户' } },
  { key: 'FROM', title: { en: 'From', zh: '来源地址' } },
  { key: 'VIA', title: { en: 'Via', zh: '途径' } },
  { key: 'ACT', title: { en: 'Action', zh: '操作' } },
  { key: 'TGT', title: { en: 'Target', zh: '对象' } },
  { key: 'BEFORE', title: { en: 'Before', zh: '操作前' } },
  { key: 'AFTER', title: { en: 'After', zh: '操作后' } },
];

function rowOf({ id, at, user, from, via, action, target, before, after }: ListedAuditEntry): Row {
  return {
    ...{ ID: id, AT: new Date(at).toISOString(), USER: user, FROM: from, VIA: upper(via) },
    ...{ ACT: action, TGT: target, BEFORE: stateOf(before), AFTER: stateOf(after) },
  };
}

function stateOf(state: Json): string | null {
  return state === null ? null : JSON.stringify(state);
}
