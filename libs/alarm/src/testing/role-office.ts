import type { Alarm } from '../alarm.js';
import type { Catalogue } from '../catalogue.js';
import type { CommandResult } from '../commands.js';
import type { Topology } from '../topology.js';
import { BY_TRAP } from './by-trap.js';
import { testCatalogue, typeOf } from './test-catalogue.js';
import { TestOffice } from './test-office.js';

const types = { S1: 29201, SCTP: 25888, CELL: 29243, HUB: 25952 } as const;
const catalogue: Catalogue = new Map([
  ...testCatalogue,
  ...[
    typeOf(types.SCTP, {}),
    typeOf(types.HUB, {}),
    typeOf(types.CELL, { filter: { restoreWindow: 15 } }),
  ].map((type) => [type.alarmId, type] as const),
]);
const topology: Topology = {
  objects: [
    { object: 'S1Interface=0', requires: [['SctpLink=0']] },
    { object: 'S1Interface=1', requires: [['SctpLink=0']] },
    { object: 'Cell=1', requires: [['SctpLink=0'], ['Hub=1']] },
    { object: 'Guest=1', requires: [['Cell=1']] },
  ],
};

/** An office with one NE whose interfaces and cells require a link; times are milliseconds since the start. */
export function roleOffice(office = new TestOffice(catalogue)) {
  const at0 = Date.UTC(2026, 10, 23);
  const report = (at: number, object: string, type: keyof typeof types, state: 'fault' | 'ok') =>
    office.at(at0 + at, {
      kind: 'report',
      report: { ne: 'a', object, alarmId: types[type], state, at: at0 + at, arrivedAt: at0 + at },
      origin: BY_TRAP,
    });
  const objectOf = (id: string) => office.alarms.get(id)?.object;
  const told = (alarm: Alarm): string => {
    const { role, rootIds } = alarm.correlation;
    return role === 'symptom' ? `symptom of ${rootIds.map(objectOf).join()}` : role;
  };
  const put = (at: number, wanted: Topology): CommandResult[] =>
    office.at(at0 + at, { kind: 'set-topology', ne: 'a', topology: wanted, by: 'test' });
  if (office.nes.size === 0) {
    office.at(at0, { kind: 'add-ne', ne: { id: 'a', kind: 'snmp', host: '127.0.0.1', port: 1 }, by: 'test' });
    put(0, topology);
  }
  return {
    put,
    fault: (at: number, object: string, type: keyof typeof types) => report(at, object, type, 'fault'),
    ok: (at: number, object: string, type: keyof typeof types) => report(at, object, type, 'ok'),
    disconnected: (at: number) =>
      office.at(at0 + at, {
        kind: 'link-disconnected',
        ne: 'a',
        faultAt: at0 + at,
        at: at0 + at,
        reason: 'x',
      }),
    reconnected: (at: number) => office.at(at0 + at, { kind: 'link-reconnected', ne: 'a', at: at0 + at }),
    removeNe: (at: number) => office.at(at0 + at, { kind: 'remove-ne', id: 'a', by: 'test' }),
    passTo: (at: number) => office.passTo(at0 + at),
    restarted: () => roleOffice(office.restarted()),
    writer: office.writer,
    byId: (id: string) => office.alarms.get(id),
    symptomsOf: (id: string) =>
      office.active.filter(({ correlation }) => correlation.rootIds.includes(id)).length,
    alarm: (object: string) => office.active.find((alarm) => alarm.object === object),
    get roles(): Record<string, string> {
      return Object.fromEntries(office.active.map((alarm) => [alarm.object, told(alarm)]));
    },
    get cleared(): Alarm[] {
      return [...office.alarms.values()].filter(({ state }) => state === 'cleared');
    },
    get kinds(): string[] {
      return office.changes.map(({ kind }) => kind);
    },
  };
}
