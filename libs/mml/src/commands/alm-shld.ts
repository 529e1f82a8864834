import type { ListedShelf } from '@omc/alarm';
import { upper } from '../letter-case.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { done } from '../table/outcome.js';
import { withoutUndefined } from '../without-undefined.js';
import { refuse } from './refuse.js';
import { AID, NE, OBJ } from './scope-parameters.js';

const MATCH = ['AID', 'NE', 'OBJ'];

/** Takes alarms out of sight for a while. */
export const setAlmShld = defineCommand(
  {
    verb: 'SET',
    object: 'ALMSHLD',
    title: { en: 'Shelve alarms for a while', zh: '设置告警搁置' },
    role: 'operator',
    parameters: [
      AID,
      { ...NE, help: { en: 'Alarms of this NE: its maintenance', zh: '该网元的告警，即网元维护' } },
      OBJ,
      {
        name: 'DUR',
        type: { kind: 'integer', min: 1, max: 527_040 },
        required: true,
        help: { en: 'For how many minutes, from now on', zh: '搁置时长，分钟，从现在开始' },
      },
      {
        name: 'RSN',
        type: { kind: 'string', max: 500 },
        required: true,
        help: { en: 'Why, for all who look', zh: '搁置原因，所有人可见' },
      },
    ],
    atLeastOneOf: MATCH,
    notes: [
      {
        en: 'Shelved alarms live on: they are raised, cleared and correlated, and are back at once when the time is over.',
        zh: '被搁置的告警仍正常产生、清除和关联；到期后立即恢复显示。',
      },
    ],
    example: 'SET ALMSHLD: NE=eNB-100001, DUR=120, RSN="new antenna";',
  },
  async ({ AID: alarmId, NE: ne, OBJ: object, DUR: minutes, RSN: reason }, { backend, user }) => {
    const scope = withoutUndefined({ alarmId, ne, object });
    const result = await backend.addShelf({ ...scope, minutes, reason }, user);
    if (!result.ok) return refuse(result);
    return { ok: true, table: tableOf([result.value]) };
  },
);

/** Ends shelves. */
export const rmvAlmShld = defineCommand(
  {
    verb: 'RMV',
    object: 'ALMSHLD',
    title: { en: 'End shelves', zh: '取消告警搁置' },
    role: 'operator',
    parameters: [
      { name: 'ID', type: { kind: 'string', max: 36 }, help: { en: 'This shelf', zh: '指定的搁置' } },
      AID,
      NE,
      OBJ,
    ],
    atLeastOneOf: ['ID', ...MATCH],
    notes: [
      {
        en: 'Ends the shelf with this ID, or every shelf that was set for exactly this AID, NE and OBJ.',
        zh: '取消指定ID的搁置，或按完全相同的AID、NE、OBJ设置的所有搁置。',
      },
    ],
    example: 'RMV ALMSHLD: NE=eNB-100001;',
  },
  async ({ ID: id, AID: alarmId, NE: ne, OBJ: object }, { backend, user }) => {
    const result = await backend.endShelves(withoutUndefined({ id, alarmId, ne, object }), user);
    return result.ok ? done : refuse(result);
  },
);

/** Lists what is shelved. */
export const lstAlmShld = defineCommand(
  {
    verb: 'LST',
    object: 'ALMSHLD',
    title: { en: 'List shelves that are planned or active', zh: '查询告警搁置' },
    role: 'viewer',
    parameters: [
      { ...AID, help: { en: 'Only shelves that name this alarm type', zh: '仅限指定该告警类型的搁置' } },
      { ...NE, help: { en: 'Only shelves that name this NE', zh: '仅限指定该网元的搁置' } },
      { ...OBJ, help: { en: 'Only shelves that name this object', zh: '仅限指定该对象的搁置' } },
    ],
    example: 'LST ALMSHLD:;',
  },
  async ({ AID: alarmId, NE: ne, OBJ: object }, { backend }) => {
    const result = await backend.listShelves(withoutUndefined({ alarmId, ne, object }));
    return result.ok ? { ok: true, table: tableOf(result.value) } : refuse(result);
  },
);

const columns: readonly Column[] = [
  { key: 'ID', title: { en: 'ID', zh: '流水号' } },
  { key: 'NE', title: { en: 'NE', zh: '网元' } },
  { key: 'OBJ', title: { en: 'Object', zh: '对象' } },
  { key: 'SUBNET', title: { en: 'Subnet', zh: '子网' } },
  { key: 'AID', title: { en: 'Alarm ID', zh: '告警ID' } },
  { key: 'ALVL', title: { en: 'Severity', zh: '级别' } },
  { key: 'ST', title: { en: 'From', zh: '开始时间' } },
  { key: 'ET', title: { en: 'Until', zh: '结束时间' } },
  { key: 'HIDES', title: { en: 'Hides', zh: '搁置条数' } },
  { key: 'OWNER', title: { en: 'Owner', zh: '设置人' } },
  { key: 'RSN', title: { en: 'Reason', zh: '原因' } },
];

function tableOf(shelves: readonly ListedShelf[]) {
  return { title: { en: 'Shelves', zh: '告警搁置' }, columns, rows: shelves.map(rowOf) };
}

function rowOf({ shelf, hides }: ListedShelf): Row {
  const { ne, object, subnet, alarmId, severity } = shelf.match;
  return {
    ID: shelf.id,
    NE: ne ?? null,
    OBJ: object ?? null,
    SUBNET: subnet ?? null,
    AID: alarmId?.join('&') ?? null,
    ALVL: severity?.map(upper).join('&') ?? null,
    ST: new Date(shelf.fromAt).toISOString(),
    ET: new Date(shelf.untilAt).toISOString(),
    HIDES: hides,
    OWNER: shelf.owner,
    RSN: shelf.reason,
  };
}
