import { describe, expect, it } from 'vitest';
import type { Alarm } from '../alarm.js';
import type { AlarmType, Catalogue } from '../catalogue.js';
import type { Command } from '../commands.js';
import { BY_TRAP } from '../testing/by-trap.js';
import { INTERFACE, testCatalogue } from '../testing/test-catalogue.js';
import { TestOffice } from '../testing/test-office.js';
import type { Topology } from '../topology.js';
import { CUT_OFF, MANY_OF_ONE_TYPE, OMC_TROUBLE, SHARED_TRANSMISSION } from './derived-types.js';

const derivedType = testCatalogue.get(MANY_OF_ONE_TYPE) as AlarmType;
const catalogue: Catalogue = new Map([
  ...testCatalogue,
  ...[MANY_OF_ONE_TYPE, SHARED_TRANSMISSION, CUT_OFF, OMC_TROUBLE].map(
    (alarmId) => [alarmId, { ...derivedType, alarmId, failureClass: 'note' }] as const,
  ),
]);

const MINUTE = 60_000;
const behindHub: Topology = { site: 'Site=7', requires: [['network//Hub=3']], objects: [] };

function officeWith(count: number, topology?: Topology): TestOffice {
  const office = new TestOffice(catalogue);
  for (let i = 0; i < count; i++) {
    const ne = { id: `ne-${i}`, kind: 'link', host: '10.0.0.1', port: 1 } as const;
    office.at(0, { kind: 'add-ne', ne, by: 'e' });
    if (topology !== undefined) office.at(0, { kind: 'set-topology', ne: ne.id, topology, by: 'e' });
  }
  return office;
}

const report = (ne: string, n: number, state: 'fault' | 'ok', at: number): Command => ({
  kind: 'report',
  report: { ne, object: `S1Interface=${n}`, alarmId: INTERFACE, state, at, arrivedAt: at },
  origin: BY_TRAP,
});
const disconnected = (i: number, at: number): Command => ({
  kind: 'link-disconnected',
  ne: `ne-${i}`,
  faultAt: at - 3 * MINUTE,
  at,
  reason: 'timeout',
});
const reconnected = (i: number, at: number): Command => ({ kind: 'link-reconnected', ne: `ne-${i}`, at });
const missed = (i: number, at: number): Command => ({ kind: 'link-missed', ne: `ne-${i}`, at });
const answered = (i: number, at: number): Command => ({ kind: 'link-answered', ne: `ne-${i}`, at });
const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);
const derived = (office: TestOffice): Alarm[] => office.active.filter(({ alarmId }) => alarmId >= 90001);
const the301 = (office: TestOffice, i: number) =>
  office.active.find(({ ne, alarmId }) => ne === `ne-${i}` && alarmId === 301);

function withManyAlarms(): TestOffice {
  const office = officeWith(2);
  office.at(MINUTE, ...range(0, 21).map((n) => report('ne-0', n, 'fault', MINUTE)));
  return office;
}

describe('many alarms of one type', () => {
  it('raise an alarm on the type in the NE, which stands alone and counts its members', () => {
    const office = withManyAlarms();
    const [alarm] = derived(office);
    expect(alarm).toMatchObject({
      ne: 'ne-0',
      object: `AlarmType=${INTERFACE}`,
      alarmId: MANY_OF_ONE_TYPE,
      faultAt: MINUTE,
      raisedAt: MINUTE,
      reports: 0,
      info: { members: 21 },
      text: `More than 20 alarms ${INTERFACE} (Type ${INTERFACE}) are active in ne-0`,
      correlation: { role: 'standalone', rootIds: [] },
    });
    office.at(2 * MINUTE, report('ne-0', 21, 'fault', 2 * MINUTE), report('ne-0', 22, 'fault', 2 * MINUTE));
    expect(derived(office)).toMatchObject([
      { id: alarm?.id, info: { members: 23 }, version: 2, lifeVersion: 1 },
    ]);
  });

  it('clear it at 80 % of the threshold', () => {
    const office = withManyAlarms();
    office.at(2 * MINUTE, ...range(0, 4).map((n) => report('ne-0', n, 'ok', 2 * MINUTE)));
    expect(derived(office)).toHaveLength(1);
    office.at(3 * MINUTE, report('ne-0', 4, 'ok', 3 * MINUTE));
    expect(derived(office)).toEqual([]);
    expect(office.told.at(-1)).toBe(`${3 * MINUTE} cleared ne-0/AlarmType=${INTERFACE}/90001 by derived`);
  });

  it('are counted in the subnet, on an object of the network', () => {
    const office = officeWith(6, { subnet: 'Subnet=1', objects: [] });
    for (const i of range(0, 6))
      office.at(MINUTE, ...range(0, 17).map((n) => report(`ne-${i}`, n, 'fault', MINUTE)));
    expect(derived(office)).toMatchObject([
      { ne: 'network', object: `Subnet=1,AlarmType=${INTERFACE}`, info: { members: 102 } },
    ]);
  });

  it('end with their NE', () => {
    const office = withManyAlarms();
    office.at(2 * MINUTE, { kind: 'remove-ne', id: 'ne-0', by: 'e' });
    expect(office.active).toEqual([]);
    expect(office.told.at(-1)).toContain(`/90001 by removed`);
  });

  it('go on after a restart, and go by thresholds that are changed at once', () => {
    const before = withManyAlarms();
    const office = before.restarted();
    const threshold = (ne: number) =>
      office.at(2 * MINUTE, {
        kind: 'change-alarm-type',
        alarmId: INTERFACE,
        change: { thresholds: { ne } },
        by: 'e',
      });
    threshold(25);
    expect(derived(office)).toEqual(derived(before));
    threshold(27);
    expect(derived(office)).toEqual([]);
    threshold(10);
    expect(derived(office)).toMatchObject([{ info: { members: 21 } }]);
    expect(office.restarted().writer.typeSettings.thresholdsOf(INTERFACE)).toEqual({ ne: 10, subnet: 100 });
  });
});

describe('a shared transmission', () => {
  it('is the root of the disconnections behind it, until too few are left', () => {
    const office = officeWith(5, behindHub);
    office.at(10 * MINUTE, disconnected(0, 10 * MINUTE), disconnected(1, 10 * MINUTE));
    expect(derived(office)).toEqual([]);
    office.at(11 * MINUTE, disconnected(2, 11 * MINUTE));
    const [alarm] = derived(office);
    expect(alarm).toMatchObject({
      ne: 'network',
      object: 'Site=7',
      alarmId: SHARED_TRANSMISSION,
      faultAt: 7 * MINUTE,
      raisedAt: 11 * MINUTE,
      info: { disconnected: 3, behind: 5 },
      correlation: { role: 'root' },
    });
    office.at(20 * MINUTE, disconnected(3, 20 * MINUTE));
    for (const i of range(0, 4))
      expect(the301(office, i)?.correlation).toMatchObject({ role: 'symptom', rootIds: [alarm?.id] });
    office.at(21 * MINUTE, reconnected(0, 21 * MINUTE));
    expect(derived(office)).toEqual([]);
    expect(the301(office, 1)?.correlation.role).toBe('standalone');
  });

  it('is the same alarm after a restart, or cleared with the first batch', () => {
    const before = officeWith(4, behindHub);
    before.at(10 * MINUTE, ...range(0, 3).map((i) => disconnected(i, 10 * MINUTE)));
    const office = before.restarted();
    office.at(11 * MINUTE, answered(3, 11 * MINUTE));
    expect(derived(office)).toEqual(derived(before));
    expect(the301(office, 0)?.correlation.rootIds).toEqual(derived(before).map(({ id }) => id));
    const moved = before.restarted();
    for (const i of range(0, 4)) moved.topologies.delete(`ne-${i}`);
    const elsewhere = moved.restarted();
    elsewhere.at(11 * MINUTE, answered(3, 11 * MINUTE));
    expect(derived(elsewhere)).toEqual([]);
    expect(the301(elsewhere, 0)?.correlation.role).toBe('standalone');
  });
});

describe('an OMC that is cut off', () => {
  const cutOff = () => {
    const office = officeWith(25, behindHub);
    office.at(MINUTE, ...range(0, 20).map((i) => missed(i, MINUTE + i)));
    return office;
  };

  it('says so before it says that NEs are disconnected, and suspects nothing else', () => {
    const office = cutOff();
    const [alarm] = derived(office);
    expect(alarm).toMatchObject({
      ne: 'network',
      object: 'Omc=omc',
      alarmId: CUT_OFF,
      faultAt: MINUTE,
      info: { missing: 20, nes: 25 },
    });
    office.at(4 * MINUTE, ...range(0, 20).map((i) => disconnected(i, 4 * MINUTE)));
    expect(derived(office).map(({ id }) => id)).toEqual([alarm?.id]);
    expect(the301(office, 7)?.correlation).toMatchObject({ role: 'symptom', rootIds: [alarm?.id] });
  });

  it('ends when NEs answer again; those that stay away a while longer are a matter of their own', () => {
    const office = cutOff();
    office.at(4 * MINUTE, ...range(0, 20).map((i) => disconnected(i, 4 * MINUTE)));
    office.at(5 * MINUTE, reconnected(0, 5 * MINUTE));
    expect(derived(office)).toEqual([]);
    expect(the301(office, 7)?.correlation.role).toBe('standalone');
    office.at(8 * MINUTE, answered(24, 8 * MINUTE));
    expect(derived(office)).toMatchObject([{ object: 'Site=7', info: { disconnected: 19, behind: 25 } }]);
  });

  it('stays so after a restart until enough NEs answered', () => {
    const before = cutOff();
    const office = before.restarted();
    office.at(2 * MINUTE, ...range(0, 5).map((i) => answered(i, 2 * MINUTE)));
    expect(derived(office)).toEqual(derived(before));
    office.at(3 * MINUTE, answered(5, 3 * MINUTE));
    expect(derived(office)).toEqual([]);
  });
});

describe('the severity that is set for a type', () => {
  it('holds for later alarms, whatever their reports say, and stays over a restart', () => {
    const office = officeWith(1);
    const fault = (n: number, at: number): Command => ({
      kind: 'report',
      report: {
        ne: 'ne-0',
        object: `S1Interface=${n}`,
        alarmId: INTERFACE,
        state: 'fault',
        at,
        arrivedAt: at,
        severity: 'minor',
      },
      origin: BY_TRAP,
    });
    office.at(1000, fault(1, 1000));
    office.at(2000, {
      kind: 'change-alarm-type',
      alarmId: INTERFACE,
      change: { severity: 'critical' },
      by: 'e',
    });
    office.at(3000, fault(1, 3000), fault(2, 3000));
    const later = office.restarted();
    later.at(4000, fault(3, 4000));
    expect(later.active.map(({ object, severity }) => [object, severity])).toEqual([
      ['S1Interface=1', 'minor'],
      ['S1Interface=2', 'critical'],
      ['S1Interface=3', 'critical'],
    ]);
  });

  it('cannot be set for a type that the catalogue does not have', () => {
    const [result] = officeWith(0).at(0, {
      kind: 'change-alarm-type',
      alarmId: 12,
      change: { severity: 'minor' },
      by: 'e',
    });
    expect(result).toEqual({
      refused: 'not-found',
      field: 'alarmId',
      reason: 'type 12 is not in the catalogue',
    });
  });
});

describe('a trouble of the OMC itself', () => {
  const turn = (kind: 'begun' | 'ended', sinceAt: number, at: number): Command => ({
    kind: 'omc-trouble',
    trouble: 'Database',
    turn: kind,
    sinceAt,
    at,
    text: 'it does not answer',
    info: { reason: 'refused' },
  });

  it('is raised and cleared with its true times, also where both are told only afterwards', () => {
    const office = officeWith(0);
    office.at(9 * MINUTE, turn('begun', MINUTE, 2 * MINUTE), turn('ended', 8 * MINUTE, 8 * MINUTE));
    expect([...office.alarms.values()]).toMatchObject([
      {
        ne: 'network',
        object: 'Omc=omc,Trouble=Database',
        alarmId: OMC_TROUBLE,
        state: 'cleared',
        faultAt: MINUTE,
        raisedAt: 2 * MINUTE,
        clearedAt: 8 * MINUTE,
        clearedBy: 'derived',
        text: 'it does not answer',
        info: { reason: 'refused' },
      },
    ]);
  });

  it('stands alone, is raised once, and goes on after a restart', () => {
    const before = officeWith(0);
    before.at(MINUTE, turn('begun', 0, MINUTE), turn('begun', 0, MINUTE));
    const office = before.restarted();
    office.at(2 * MINUTE, turn('begun', 0, 2 * MINUTE));
    expect(derived(office)).toMatchObject([{ version: 1, correlation: { role: 'standalone' } }]);
    office.at(3 * MINUTE, turn('ended', 3 * MINUTE, 3 * MINUTE));
    expect(office.active).toEqual([]);
  });
});
