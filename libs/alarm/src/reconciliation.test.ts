import { describe, expect, it } from 'vitest';
import type { Command, SyncFault } from './commands.js';
import type { Details, RawState } from './report.js';
import { BY_TRAP } from './testing/by-trap.js';
import { CELL, INTERFACE } from './testing/test-catalogue.js';
import { TestOffice } from './testing/test-office.js';

const S = 1000;
const T0 = 1_000 * S;

/** A report by SNMP. */
function reports(
  state: RawState,
  at: number,
  rest: Details & { object?: string; alarmId?: number } = {},
): Command {
  const report = { ne: 'mast', object: 'Cell=1', alarmId: CELL, state, at, arrivedAt: at, ...rest };
  return { kind: 'report', report, origin: BY_TRAP };
}

/** An office with an NE that reports by SNMP. */
function snmpOffice(): TestOffice {
  const office = new TestOffice();
  office.at(0, {
    kind: 'add-ne',
    ne: { id: 'mast', kind: 'snmp', host: '10.0.0.1', port: 161 },
    by: 'admin',
  });
  return office;
}

describe('the faults that an agent lists', () => {
  const lists = (
    at: number,
    faults: SyncFault[],
    rest: { spared?: number[]; askedAt?: number } = {},
  ): Command => ({
    ...{ kind: 'agent-sync', ne: 'mast', faults, spared: [], askedAt: at - S, at },
    ...rest,
  });
  const fault = (object: string, since: number, alarmId = INTERFACE): SyncFault => ({
    object,
    alarmId,
    since,
  });

  it('began when it says, but never later than now', () => {
    const office = snmpOffice();
    office.at(T0, lists(T0, [fault('Cell=1', T0 - 3_600 * S), fault('Cell=2', T0 + 60 * S)]));
    office.passTo(T0 + 600 * S);
    const [first, second] = office.active;
    expect(first).toMatchObject({ object: 'Cell=1', faultAt: T0 - 3_600 * S });
    expect(second).toMatchObject({ object: 'Cell=2', faultAt: T0 });
  });

  it('are all that there are: what it does not name is over, save what is spared', () => {
    const office = snmpOffice();
    for (const alarmId of [INTERFACE, CELL]) office.at(T0, reports('fault', T0, { alarmId }));
    office.passTo(T0 + 300 * S);
    expect(office.active).toHaveLength(2);
    office.at(T0 + 300 * S, lists(T0 + 300 * S, [], { spared: [CELL] }));
    office.passTo(T0 + 600 * S);
    expect(office.active).toMatchObject([{ alarmId: CELL }]);
    const cleared = [...office.alarms.values()].filter(({ state }) => state === 'cleared');
    expect(cleared).toMatchObject([{ alarmId: INTERFACE, clearedBy: 'resync' }]);
  });

  it('say nothing of what was reported since it was asked', () => {
    const office = snmpOffice();
    office.at(T0, reports('fault', T0));
    office.at(T0, reports('fault', T0 - 300 * S, { object: 'Cell=2' }));
    office.at(T0 + S, reports('ok', T0 + S, { object: 'Cell=2' }));
    office.at(T0 + 2 * S, lists(T0 + 2 * S, [fault('Cell=2', T0 - 300 * S, CELL)], { askedAt: T0 - S }));
    office.passTo(T0 + 600 * S);
    expect(office.active).toMatchObject([{ object: 'Cell=1', alarmId: CELL, faultAt: T0 }]);
  });
});
