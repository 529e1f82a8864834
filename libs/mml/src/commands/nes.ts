import { linkReasonText, neKinds } from '@omc/alarm';
import type { ListedNe, ShownNe } from '../backend.js';
import { printValue } from '../grammar/print-command.js';
import { inLanguage, type MmlLanguage } from '../language.js';
import { lower, upper } from '../letter-case.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { done } from '../table/outcome.js';
import { withoutUndefined } from '../without-undefined.js';
import { CONFIRM, confirmNote } from './confirm.js';
import { refuse } from './refuse.js';
import { NE } from './scope-parameters.js';

/** Lists the registered NEs. */
export const lstNe = defineCommand(
  {
    verb: 'LST',
    object: 'NE',
    title: { en: 'List NEs', zh: '查询网元' },
    role: 'viewer',
    parameters: [NE],
    example: 'LST NE:;',
  },
  async ({ NE: ne }, { backend }) => {
    const result = await backend.listNes(withoutUndefined({ ne }));
    if (!result.ok) return refuse(result);
    return {
      ok: true,
      table: { title: { en: 'Network elements', zh: '网元' }, columns, rows: result.value.map(rowOf) },
    };
  },
);

/** Shows one NE and its link. */
export const dspNe = defineCommand(
  {
    verb: 'DSP',
    object: 'NE',
    title: { en: 'Show an NE and the state of its link', zh: '显示网元状态' },
    role: 'viewer',
    parameters: [{ ...NE, required: true }],
    example: 'DSP NE: NE=eNB-100001;',
  },
  async ({ NE: ne }, { backend, language }) => {
    const result = await backend.readNe(ne);
    if (!result.ok) return refuse(result);
    const rows = [{ ...rowOf(result.value), ...shownRowOf(result.value, language) }];
    return {
      ok: true,
      table: {
        title: { en: 'State of the NE', zh: '网元状态' },
        columns: [...columns, ...shownColumns],
        rows,
      },
    };
  },
);

/** Registers an NE. */
export const addNe = defineCommand(
  {
    verb: 'ADD',
    object: 'NE',
    title: { en: 'Register an NE', zh: '增加网元' },
    role: 'engineer',
    parameters: [
      {
        name: 'NE',
        type: { kind: 'ne', registrable: true },
        required: true,
        help: { en: 'NE id', zh: '网元标识' },
      },
      {
        name: 'IP',
        type: { kind: 'host' },
        required: true,
        help: { en: 'Where the NE is reached', zh: '网元的地址' },
      },
      {
        name: 'PORT',
        type: { kind: 'port' },
        required: true,
        help: { en: 'Port of the NE', zh: '网元的端口' },
      },
      {
        name: 'KIND',
        type: { kind: 'enum', values: neKinds.map(upper) },
        default: 'LINK',
        help: {
          en: 'LINK: the OMC dials the NE; SNMP: its agent is asked',
          zh: 'LINK: OMC连接网元；SNMP: 查询其代理',
        },
      },
    ],
    example: 'ADD NE: NE=eNB-100001, IP=192.0.2.1, PORT=7001;',
  },
  async ({ NE: id, IP: host, PORT: port, KIND }, { backend, user }) => {
    const result = await backend.addNe({ id, kind: lower(KIND), host, port }, user);
    return result.ok ? done : refuse(result);
  },
);

/** Removes an NE. */
export const rmvNe = defineCommand(
  {
    verb: 'RMV',
    object: 'NE',
    title: { en: 'Remove an NE; its alarms are cleared', zh: '删除网元' },
    role: 'engineer',
    parameters: [{ ...NE, required: true }, CONFIRM],
    notes: [confirmNote],
    example: 'RMV NE: NE=eNB-100001;',
    asksFirst: ({ parameters }) => {
      const named = parameters.find(({ name }) => name === 'NE');
      const ne = named === undefined ? '' : ` ${printValue(named.value)}`;
      return { en: `Remove NE${ne} and clear its alarms?`, zh: `删除网元${ne}并清除其告警？` };
    },
  },
  async ({ NE: ne }, { backend, user }) => {
    const result = await backend.removeNe(ne, user);
    return result.ok ? done : refuse(result);
  },
);

const columns: readonly Column[] = [
  { key: 'NE', title: { en: 'NE', zh: '网元' } },
  { key: 'KIND', title: { en: 'Kind', zh: '类型' } },
  { key: 'IP', title: 'IP' },
  { key: 'PORT', title: { en: 'Port', zh: '端口' } },
  { key: 'LINK', title: { en: 'Link', zh: '连接' } },
];

const shownColumns: readonly Column[] = [
  { key: 'SITE', title: { en: 'Site', zh: '站点' } },
  { key: 'SUBNET', title: { en: 'Subnet', zh: '子网' } },
  { key: 'OBJECTS', title: { en: 'Objects of the topology', zh: '拓扑对象数' } },
  { key: 'HANDSHAKE', title: { en: 'Last handshake answered at', zh: '最近握手应答时间' } },
  { key: 'MISSES', title: { en: 'Unanswered handshakes in a row', zh: '连续未应答握手数' } },
  { key: 'OFFSET', title: { en: 'Clock offset (ms)', zh: '时钟偏差(ms)' } },
  { key: 'REASON', title: { en: 'Reason', zh: '原因' } },
];

function rowOf({ id, kind, host, port, link }: ListedNe): Row {
  return { NE: id, KIND: upper(kind), IP: host, PORT: port, LINK: upper(link.state) };
}

function shownRowOf({ link, site, subnet, objects }: ShownNe, language: MmlLanguage): Row {
  return {
    SITE: site,
    SUBNET: subnet,
    OBJECTS: objects,
    HANDSHAKE: link.lastHandshakeAt === null ? null : new Date(link.lastHandshakeAt).toISOString(),
    MISSES: link.misses,
    OFFSET: link.clockOffsetMs,
    REASON: link.reason && inLanguage(linkReasonText(link.reason), language),
  };
}
