import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import type { Details, RawState } from './report.js';
import { MAX_KEYS_PER_NE } from './supervised-keys.js';
import { BY_TRAP } from './testing/by-trap.js';
import { LinkScript } from './testing/link-script.js';
import { CELL, DERIVED, INTERFACE, STANDING_WAVE } from './testing/test-catalogue.js';
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

/** An office with an NE whose link is heard. */
function linkOffice(): { office: TestOffice; link: LinkScript } {
  const office = new TestOffice();
  const link = new LinkScript('eNB-1');
  office.at(0, link.add());
  office.at(1, link.heard(1));
  return { office, link };
}

describe('reports', () => {
  it('of a first ok are nothing', () => {
    const office = snmpOffice();
    office.at(T0, reports('ok', T0));
    expect(office.journal.map(({ kind }) => kind)).toEqual(['started']);
    expect(office.writer.pending).toEqual({ raise: 0, clear: 0 });
    expect(office.tally).toEqual(new Map([['heard', 1]]));
  });

  it('that repeat a fault extend nothing, and count', () => {
    const office = snmpOffice();
    for (const second of [0, 30, 60, 89]) office.at(T0 + second * S, reports('fault', T0 + second * S));
    office.passTo(T0 + 90 * S);
    expect(office.active).toMatchObject([{ faultAt: T0, raisedAt: T0 + 90 * S, reports: 4 }]);
  });

  it('of an ok within the window hide the fault', () => {
    const office = snmpOffice();
    office.at(T0, reports('fault', T0));
    expect(office.writer.pending).toEqual({ raise: 1, clear: 0 });
    office.at(T0 + 89_999, reports('ok', T0 + 89_999));
    office.passTo(T0 + 500 * S);
    expect(office.changes).toEqual([]);
    expect(office.writer.pending).toEqual({ raise: 0, clear: 0 });
  });

  it('of an ok clear once the restore window is over, and a fault within it keeps the alarm', () => {
    const office = snmpOffice();
    office.at(T0, reports('fault', T0));
    office.at(T0 + 100 * S, reports('ok', T0 + 100 * S));
    expect(office.writer.pending).toEqual({ raise: 0, clear: 1 });
    office.at(T0 + 110 * S, reports('fault', T0 + 110 * S));
    office.at(T0 + 120 * S, reports('ok', T0 + 120 * S));
    office.passTo(T0 + 500 * S);
    const [alarm, ...others] = office.alarms.values();
    expect(others).toEqual([]);
    expect(alarm).toMatchObject({
      state: 'cleared',
      faultAt: T0,
      raisedAt: T0 + 90 * S,
      clearedAt: T0 + 135 * S,
      clearedBy: 'report',
      reports: 4,
    });
  });

  it('of a new fault after a clear begin another alarm, which counts anew', () => {
    const office = snmpOffice();
    for (const [second, state] of [
      [0, 'fault'],
      [1, 'ok'],
      [2, 'fault'],
      [3, 'fault'],
    ] as const)
      office.at(T0 + second * S, reports(state, T0 + second * S, { alarmId: INTERFACE }));
    expect([...office.alarms.values()]).toMatchObject([
      { id: 'alarm-1', faultAt: T0, clearedAt: T0 + S, reports: 2 },
      { id: 'alarm-2', faultAt: T0 + 2 * S, clearedAt: null, reports: 2 },
    ]);
  });

  it('replace text, severity and info of the active alarm, and what they leave out stays', () => {
    const office = snmpOffice();
    const says = (second: number, details: Details) =>
      office.at(T0 + second * S, reports('fault', T0 + second * S, { alarmId: INTERFACE, ...details }));
    says(0, { text: 'down', info: { cause: 1 } });
    says(1, { severity: 'critical', text: 'still down' });
    says(2, { info: { cause: 2 } });
    says(3, { info: { cause: 2 } });
    expect(office.active).toMatchObject([
      {
        severity: 'critical',
        text: 'still down',
        info: { cause: 2 },
        reports: 4,
        version: 4,
        lifeVersion: 3,
      },
    ]);
    expect(office.changes.map(({ kind }) => kind)).toEqual(['raised', 'updated', 'updated', 'counted']);
  });

  it('within one batch are told as one change', () => {
    const office = snmpOffice();
    office.at(T0, reports('fault', T0, { alarmId: INTERFACE }));
    const repeats = [1, 2, 3].map((i) => reports('fault', T0 + i, { alarmId: INTERFACE, text: `at ${i}` }));
    office.at(T0 + S, ...repeats);
    expect(office.changes.map(({ kind }) => kind)).toEqual(['raised', 'updated']);
    expect(office.active).toMatchObject([{ reports: 4, text: 'at 3' }]);
  });

  it('that raise and clear within one batch tell both, with all that was reported', () => {
    const office = snmpOffice();
    const at = (ms: number, state: RawState, text: string) =>
      reports(state, T0 + ms, { alarmId: INTERFACE, text });
    office.at(T0 + S, at(0, 'fault', 'down'), at(1, 'fault', 'down for long'), at(2, 'ok', 'up'));
    expect(office.told).toEqual([
      `${T0} raised mast/Cell=1/${INTERFACE}`,
      `${T0 + 2} cleared mast/Cell=1/${INTERFACE} by report`,
    ]);
    expect([...office.alarms.values()]).toMatchObject([{ text: 'down for long', reports: 3 }]);
  });

  it('that are older than the last decision count as of that instant', () => {
    const office = snmpOffice();
    office.at(T0, reports('fault', T0));
    office.passTo(T0 + 92 * S);
    office.at(T0 + 95 * S, reports('ok', T0 + 85 * S));
    office.passTo(T0 + 120 * S);
    expect([...office.alarms.values()]).toMatchObject([{ raisedAt: T0 + 90 * S, clearedAt: T0 + 105 * S }]);
    office.at(T0 + 121 * S, reports('fault', T0 + 100 * S));
    office.passTo(T0 + 195 * S);
    expect(office.active).toMatchObject([{ faultAt: T0 + 105 * S, raisedAt: T0 + 195 * S }]);
  });

  it('of types that nobody knows or reports are counted and change nothing', () => {
    const office = snmpOffice();
    for (const alarmId of [1, 301, DERIVED]) office.at(T0, reports('fault', T0, { alarmId }));
    expect(office.tally).toEqual(new Map([['unknown-alarm-type', 3]]));
    expect(office.changes).toEqual([]);
  });

  it('of more keys than an NE may have are counted, while those that it has go on', () => {
    const office = snmpOffice();
    const cell = (i: number, state: RawState, at: number) => reports(state, at, { object: `Cell=${i}` });
    const many = Array.from({ length: MAX_KEYS_PER_NE + 3 }, (_, i) => cell(i, 'fault', T0));
    office.at(T0, ...many);
    expect(office.tally).toEqual(
      new Map([
        ['heard', MAX_KEYS_PER_NE],
        ['too-many-keys', 3],
      ]),
    );
    office.at(T0 + S, cell(0, 'ok', T0 + S));
    expect(office.writer.pending.raise).toBe(MAX_KEYS_PER_NE - 1);
    // A key at rest makes room once late events of it are not to be expected any more.
    office.at(T0 + 600 * S, cell(MAX_KEYS_PER_NE, 'fault', T0 + 600 * S));
    expect(office.tally.get('too-many-keys')).toBe(3);
  });

  it('of an NE that is not registered are refused and counted', () => {
    const office = new TestOffice();
    expect(office.at(T0, reports('fault', T0))).toMatchObject([{ refused: 'not-found', field: 'ne' }]);
    expect(office.tally).toEqual(new Map([['unknown-ne', 1]]));
  });

  it('tell by how much a deadline is late, and only where it decided something', () => {
    const office = snmpOffice();
    office.at(T0, reports('fault', T0));
    office.passTo(T0 + 90 * S);
    office.at(T0 + 100 * S, reports('ok', T0 + 100 * S));
    office.passTo(T0 + 1000 * S);
    expect(office.dueInstants).toEqual([T0 + 90 * S, T0 + 115 * S]);
    expect(office.writer.nextDeadlineAt).toBeUndefined();
  });
});

describe('a channel that was switched off', () => {
  const said = (office: TestOffice, second: number, state: RawState, info?: Details['info']) =>
    office.at(
      T0 + second * S,
      reports(state, T0 + second * S, { alarmId: STANDING_WAVE, ...(info === undefined ? {} : { info }) }),
    );

  it('stays alarmed whatever ok is reported, until it was restarted', () => {
    const office = snmpOffice();
    said(office, 0, 'fault', { vswrSwitch: 'on' });
    said(office, 1, 'ok');
    said(office, 2, 'ok', { restarted: false });
    said(office, 3, 'ok', { restarted: 'true' });
    expect(office.active).toMatchObject([{ reports: 4, info: { vswrSwitch: 'on' } }]);
    said(office, 4, 'ok', { restarted: true });
    expect([...office.alarms.values()]).toMatchObject([{ clearedAt: T0 + 4 * S, reports: 5 }]);
  });

  it('clears by itself where the switch is off', () => {
    const office = snmpOffice();
    said(office, 0, 'fault', { vswrSwitch: 'off' });
    said(office, 1, 'ok');
    expect(office.active).toEqual([]);
  });

  it('stays alarmed when a repeat tells that it is switched off now, also after a restart of the OMC', () => {
    const office = snmpOffice();
    said(office, 0, 'fault', { vswrSwitch: 'off' });
    said(office, 1, 'fault', { vswrSwitch: 'on' });
    const later = office.restarted();
    said(later, 2, 'ok');
    expect(later.active).toHaveLength(1);
  });
});

describe('windows of keys that were reported over a link', () => {
  it('wait while it is held, and what was due is decided with its time', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 10 * S, link.held(T0 + 10 * S));
    office.passTo(T0 + 500 * S);
    expect(office.changes).toEqual([]);
    office.at(T0 + 600 * S, link.heard(T0 + 600 * S));
    expect(office.told).toEqual([`${T0 + 90 * S} raised eNB-1/Cell=1/${CELL}`]);
  });

  it('hide what ended meanwhile within the window', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 10 * S, link.held(T0 + 10 * S));
    office.at(T0 + 600 * S, link.says('ok', T0 + 60 * S), link.heard(T0 + 600 * S));
    office.passTo(T0 + 900 * S);
    expect(office.changes).toEqual([]);
  });

  it('give an alarm that came and went meanwhile its true times', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.held(T0));
    office.at(T0 + 900 * S, link.says('fault', T0 + 100 * S), link.says('ok', T0 + 300 * S));
    office.at(T0 + 901 * S, link.heard(T0 + 901 * S));
    expect([...office.alarms.values()]).toMatchObject([
      { faultAt: T0 + 100 * S, raisedAt: T0 + 190 * S, clearedAt: T0 + 315 * S, state: 'cleared' },
    ]);
  });

  it('neither wait nor decide for other NEs, nor for keys reported by SNMP', () => {
    const { office, link } = linkOffice();
    const other = new LinkScript('eNB-2');
    office.at(T0 - S, other.add(), other.heard(T0 - S));
    const byTrap: Command = {
      kind: 'report',
      report: { ne: 'eNB-1', object: 'Cell=9', alarmId: CELL, state: 'fault', at: T0, arrivedAt: T0 },
      origin: BY_TRAP,
    };
    office.at(T0, link.says('fault', T0), other.says('fault', T0), byTrap);
    office.at(T0 + S, link.held(T0 + S));
    office.passTo(T0 + 300 * S);
    expect(office.told.sort()).toEqual([
      `${T0 + 90 * S} raised eNB-1/Cell=9/${CELL}`,
      `${T0 + 90 * S} raised eNB-2/Cell=1/${CELL}`,
    ]);
  });

  it('go on once the key is reported by SNMP', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + S, link.held(T0 + S));
    office.at(T0 + 5 * S, {
      kind: 'report',
      report: {
        ne: 'eNB-1',
        object: 'Cell=1',
        alarmId: CELL,
        state: 'fault',
        at: T0 + 5 * S,
        arrivedAt: T0 + 5 * S,
      },
      origin: BY_TRAP,
    });
    office.passTo(T0 + 90 * S);
    expect(office.active).toHaveLength(1);
  });

  it('wait for a registered NE until it is heard', () => {
    const office = new TestOffice();
    const link = new LinkScript('eNB-1');
    office.at(0, link.add());
    office.at(T0, link.says('fault', T0 - 600 * S));
    office.passTo(T0);
    expect(office.changes).toEqual([]);
    office.at(T0 + 1, link.heard(T0 + 1));
    expect(office.active).toMatchObject([{ faultAt: T0 - 600 * S, raisedAt: T0 - 510 * S }]);
  });
});

describe('a change of a filter', () => {
  const filter = (rule: object): Command => ({
    kind: 'set-filter',
    filter: { alarmId: CELL, rule },
    by: 'engineer',
  });

  it('decides at its moment what the new windows make of the past', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 60 * S, filter({ createWindow: 20 }));
    expect(office.active).toMatchObject([{ faultAt: T0, raisedAt: T0 + 60 * S }]);
  });

  it('lets a window that is not over yet run by the new length', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 60 * S, filter({ createWindow: 200 }));
    office.passTo(T0 + 199 * S);
    expect(office.active).toEqual([]);
    office.passTo(T0 + 200 * S);
    expect(office.active).toMatchObject([{ raisedAt: T0 + 200 * S }]);
  });

  it('leaves an active alarm until the clear rule holds, and names itself where it made that true', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 100 * S, filter({ createWindow: 3600, restoreWindow: 300 }));
    expect(office.active).toHaveLength(1);
    office.at(T0 + 110 * S, link.says('ok', T0 + 110 * S));
    office.at(T0 + 200 * S, filter({ createWindow: 3600, restoreWindow: 10 }));
    expect([...office.alarms.values()]).toMatchObject([{ clearedAt: T0 + 200 * S, clearedBy: 'filter' }]);
  });

  it('comes after what the former windows had made due', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 89 * S, link.held(T0 + 89 * S));
    office.at(T0 + 300 * S, filter({ createWindow: 3600 }));
    office.at(T0 + 400 * S, link.heard(T0 + 400 * S));
    expect(office.active).toMatchObject([{ raisedAt: T0 + 90 * S }]);
  });

  it('while the link is held decides at its moment, once the link is heard', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 10 * S, link.held(T0 + 10 * S));
    office.at(T0 + 60 * S, filter({ createWindow: 20 }));
    expect(office.changes).toEqual([]);
    office.at(T0 + 61 * S, link.heard(T0 + 61 * S));
    expect(office.active).toMatchObject([{ raisedAt: T0 + 60 * S }]);
  });

  it('while the link is held ends what the former windows would have decided later', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 10 * S, link.held(T0 + 10 * S));
    office.at(T0 + 60 * S, filter({ createWindow: 200 }));
    office.at(T0 + 300 * S, link.heard(T0 + 300 * S));
    expect(office.active).toMatchObject([{ raisedAt: T0 + 200 * S }]);
  });

  it('while the link is held, but after it was heard to its end, leaves nothing of the former windows undecided', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 10 * S, link.held(T0 + 10 * S));
    office.at(T0 + 100 * S, filter({ createWindow: 3600 }), link.heard(T0 + 80 * S));
    expect(office.active).toMatchObject([{ raisedAt: T0 + 90 * S }]);
  });

  it('while the link is held counts at once for a key that is reported by SNMP instead', () => {
    const { office, link } = linkOffice();
    const at = T0 + 60 * S;
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 10 * S, link.held(T0 + 10 * S));
    office.at(at, filter({ createWindow: 20 }));
    office.at(at, {
      kind: 'report',
      report: { ne: 'eNB-1', object: 'Cell=1', alarmId: CELL, state: 'fault', at: at - 1, arrivedAt: at },
      origin: BY_TRAP,
    });
    expect(office.active).toMatchObject([{ faultAt: T0, raisedAt: at }]);
  });

  it('while the link is held does not count for what was before it', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 10 * S, link.held(T0 + 10 * S));
    office.at(T0 + 300 * S, filter({ createWindow: 20, restoreWindow: 200 }));
    office.at(T0 + 400 * S, link.says('ok', T0 + 100 * S), link.heard(T0 + 400 * S));
    expect([...office.alarms.values()]).toMatchObject([{ raisedAt: T0 + 90 * S, clearedAt: T0 + 115 * S }]);
  });
});
