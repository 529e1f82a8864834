import { neKinds } from '@omc/alarm';
import type { ListedNe, ShownNe } from '../backend.js';
import { lower, upper } from '../letter-case.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { done } from '../table/outcome.js';
import { withoutUndefined } from '../without-undefined.js';
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
    return { ok: true, table: { title: 'Network elements', columns, rows: result.value.map(rowOf) } };
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
  async ({ NE: ne }, { backend }) => {
    const result = await backend.readNe(ne);
    if (!result.ok) return refuse(result);
    const rows = [{ ...rowOf(result.value), ...shownRowOf(result.value) }];
    return { ok: true, table: { title: 'State of the NE', columns: [...columns, ...shownColumns], rows } };
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
      { name: 'NE', type: { kind: 'ne', registrable: true }, required: true, help: 'NE id' },
      { name: 'IP', type: { kind: 'host' }, required: true, help: 'Where the NE is reached' },
      { name: 'PORT', type: { kind: 'port' }, required: true, help: 'Port of the NE' },
      {
        name: 'KIND',
        type: { kind: 'enum', values: neKinds.map(upper) },
        default: 'LINK',
        help: 'LINK: the OMC dials the NE; SNMP: its agent is asked',
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
    parameters: [{ ...NE, required: true }],
    example: 'RMV NE: NE=eNB-100001;',
  },
  async ({ NE: ne }, { backend, user }) => {
    const result = await backend.removeNe(ne, user);
    return result.ok ? done : refuse(result);
  },
);

const columns: readonly Column[] = [
  { key: 'NE', title: 'NE' },
  { key: 'KIND', title: 'Kind' },
  { key: 'IP', title: 'IP' },
  { key: 'PORT', title: 'Port' },
  { key: 'LINK', title: 'Link' },
];

const shownColumns: readonly Column[] = [
  { key: 'SITE', title: 'Site' },
  { key: 'SUBNET', title: 'Subnet' },
  { key: 'OBJECTS', title: 'Objects of the topology' },
  { key: 'HANDSHAKE', title: 'Last handshake answered at' },
  { key: 'MISSES', title: 'Unanswered handshakes in a row' },
  { key: 'OFFSET', title: 'Clock offset (ms)' },
  { key: 'REASON', title: 'Reason' },
];

function rowOf({ id, kind, host, port, link }: ListedNe): Row {
  return { NE: id, KIND: upper(kind), IP: host, PORT: port, LINK: upper(link.state) };
}

function shownRowOf({ link, site, subnet, objects }: ShownNe): Row {
  return {
    SITE: site,
    SUBNET: subnet,
    OBJECTS: objects,
    HANDSHAKE: link.lastHandshakeAt === null ? null : new Date(link.lastHandshakeAt).toISOString(),
    MISSES: link.misses,
    OFFSET: link.clockOffsetMs,
    REASON: link.reason,
  };
}
