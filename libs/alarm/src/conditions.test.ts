import { describe, expect, it } from 'vitest';
import { conditionsOf } from './conditions.js';
import { BY_TRAP } from './testing/by-trap.js';
import { CELL, INTERFACE } from './testing/test-catalogue.js';
import { TestOffice } from './testing/test-office.js';

const T0 = 1_000_000;

function officeOf(...nes: string[]): TestOffice {
  const office = new TestOffice();
  for (const id of nes)
    office.at(0, { kind: 'add-ne', ne: { id, kind: 'snmp', host: '10.0.0.1', port: 161 }, by: 'admin' });
  return office;
}

function report(
  office: TestOffice,
  ne: string,
  object: string,
  alarmId: number,
  state: 'fault' | 'ok',
  at: number,
): void {
  office.at(at, {
    kind: 'report',
    report: { ne, object, alarmId, state, at, arrivedAt: at },
    origin: BY_TRAP,
  });
}

describe('conditions', () => {
  it('tell the phase of a key, since when, and when the next decision falls due', () => {
    const office = officeOf('a');
    report(office, 'a', 'Cell=1', CELL, 'fault', T0);
    report(office, 'a', 'S1Interface=0', INTERFACE, 'fault', T0);
    report(office, 'a', 'Cell=2', CELL, 'fault', T0);
    office.passTo(T0 + 90_000);
    report(office, 'a', 'Cell=2', CELL, 'ok', T0 + 95_000);
    report(office, 'a', 'Cell=3', CELL, 'fault', T0 + 96_000);
    const shown = [...conditionsOf(office.writer.keys, {})].map(({ object, phase, since, deadline }) => [
      object,
      phase,
      since - T0,
      deadline === undefined ? null : deadline - T0,
    ]);
    expect(shown).toEqual([
      ['Cell=1', 'active', 0, null],
      ['Cell=2', 'pending-clear', 95_000, 110_000],
      ['Cell=3', 'pending-raise', 96_000, 186_000],
      ['S1Interface=0', 'active', 0, null],
    ]);
    const pending = [...conditionsOf(office.writer.keys, { phase: 'pending-raise' })];
    expect(pending.map(({ object }) => object)).toEqual(['Cell=3']);
  });

  it('come by pages that leave out and repeat nothing', () => {
    const office = officeOf('b', 'a');
    for (const ne of ['a', 'b'])
      for (const cell of [1, 2, 3]) report(office, ne, `Cell=${cell}`, CELL, 'fault', T0);
    const all = [...conditionsOf(office.writer.keys, {})];
    expect(all).toHaveLength(6);
    for (const [i, after] of all.entries())
      expect([...conditionsOf(office.writer.keys, { after })]).toEqual(all.slice(i + 1));
    expect([...conditionsOf(office.writer.keys, { ne: 'b' })]).toEqual(all.slice(3));
  });
});
