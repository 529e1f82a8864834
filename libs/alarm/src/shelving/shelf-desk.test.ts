import { beforeEach, describe, expect, it } from 'vitest';
import type { CommandResult } from '../commands.js';
import type { RawState } from '../report.js';
import type { Severity } from '../severity.js';
import { BY_TRAP } from '../testing/by-trap.js';
import { CELL, INTERFACE } from '../testing/test-catalogue.js';
import { TestOffice } from '../testing/test-office.js';
import type { ShelfMatch, ShelfPlan } from './shelf.js';
import { MOST_SHELVES } from './shelf-book.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const T0 = Date.UTC(2026, 10, 28, 12);

let office: TestOffice;

const at = (ms: number, ...commands: Parameters<TestOffice['at']>[1][]): CommandResult[] =>
  office.at(T0 + ms, ...commands);
const report = (ms: number, ne: string, object: string, state: RawState, severity?: Severity) =>
  at(ms, {
    kind: 'report',
    report: {
      ne,
      object,
      alarmId: INTERFACE,
      state,
      at: T0 + ms,
      arrivedAt: T0 + ms,
      ...(severity === undefined ? {} : { severity }),
    },
    origin: BY_TRAP,
  });
const plan = (id: string, match: ShelfMatch, rest: Partial<ShelfPlan> = {}): ShelfPlan => ({
  id,
  match,
  fromAt: T0,
  untilAt: T0 + HOUR,
  untilCleared: false,
  reason: 'new antenna',
  ...rest,
});
const shelve = (ms: number, shelf: ShelfPlan, by = 'li') => at(ms, { kind: 'add-shelf', shelf, by })[0];
const hidden = () =>
  office.active.filter(({ shelved }) => shelved).map(({ ne, object }) => `${ne}/${object}`);
const endOf = (id: string) => office.shelves.get(id)?.end;
const turns = () =>
  office.changes
    .filter(({ kind }) => kind.endsWith('shelved'))
    .map(({ kind, alarm, by, facts }) => ({
      what: `${kind} ${alarm.ne}/${alarm.object}`,
      by,
      because: facts['because'],
    }));

beforeEach(() => {
  office = new TestOffice();
  for (const id of ['a', 'b'])
    at(-1000, { kind: 'add-ne', ne: { id, kind: 'snmp', host: '127.0.0.1', port: 1 }, by: 'test' });
});

describe('a shelf', () => {
  it('hides what is active, and nothing else, until its time is over', () => {
    report(0, 'a', 'S1Interface=1', 'fault');
    report(0, 'b', 'S1Interface=1', 'fault');
    expect(shelve(1, plan('x', { ne: 'a' }))).toEqual({});
    expect(hidden()).toEqual(['a/S1Interface=1']);
    expect(office.writer.shelves.find('x')).toMatchObject({
      hides: 1,
      shelf: { owner: 'li', createdAt: T0 + 1 },
    });
    office.passTo(T0 + HOUR - 1);
    expect(hidden()).toEqual(['a/S1Interface=1']);
    office.passTo(T0 + HOUR);
    expect(hidden()).toEqual([]);
    expect(endOf('x')).toEqual({ at: T0 + HOUR, because: 'expired' });
    expect(turns()).toEqual([
      { what: 'shelved a/S1Interface=1', by: undefined, because: undefined },
      { what: 'unshelved a/S1Interface=1', by: undefined, because: 'expired' },
    ]);
  });

  it('hides an alarm at its raise, which stays one change and the first version', () => {
    shelve(0, plan('x', { ne: 'a' }));
    report(5, 'a', 'S1Interface=1', 'fault');
    expect(office.active).toMatchObject([{ shelved: true, version: 1, lifeVersion: 1 }]);
    expect(office.changes.map(({ kind, facts }) => [kind, facts['shelf']])).toEqual([
      ['raised', { id: 'x', owner: 'li', reason: 'new antenna', until: '2026-11-28T13:00:00.000Z' }],
    ]);
  });

  it('moves the version of an alarm and leaves its life alone', () => {
    report(0, 'a', 'S1Interface=1', 'fault');
    shelve(1, plan('x', { ne: 'a' }));
    expect(office.active).toMatchObject([{ shelved: true, version: 2, lifeVersion: 1 }]);
  });

  it('counts what it hides, also of some NEs alone', () => {
    for (const ne of ['a', 'b', 'b']) report(0, ne, 'S1Interface=1', 'fault');
    report(0, 'b', 'S1Interface=2', 'fault');
    shelve(1, plan('x', { alarmId: [INTERFACE] }));
    const { shelves } = office.writer;
    const hides = (ne: string) => shelves.find('x', (id) => id === ne)?.hides;
    expect([shelves.find('x')?.hides, hides('a'), hides('b'), hides('c')]).toEqual([3, 1, 2, 0]);
    expect(shelves.list((id) => id === 'b').map((shelf) => shelf.hides)).toEqual([2]);
  });

  it('lets the life of an alarm go on, which then stays in the history as it was', () => {
    report(0, 'a', 'S1Interface=1', 'fault');
    shelve(1, plan('x', { ne: 'a' }));
    report(2, 'a', 'S1Interface=1', 'ok');
    expect([...office.alarms.values()]).toMatchObject([{ state: 'cleared', shelved: true }]);
    expect(office.writer.shelves.find('x')?.hides).toBe(0);
    office.passTo(T0 + HOUR);
    expect([...office.alarms.values()]).toMatchObject([{ state: 'cleared', shelved: true }]);
  });

  it('that is ended shows everything at once, and says who ended it', () => {
    report(0, 'a', 'S1Interface=1', 'fault');
    shelve(1, plan('x', { ne: 'a' }));
    at(2, { kind: 'end-shelf', id: 'x', by: 'wang' });
    expect(hidden()).toEqual([]);
    expect(turns().at(-1)).toEqual({ what: 'unshelved a/S1Interface=1', by: 'wang', because: 'operator' });
    expect(at(3, { kind: 'end-shelf', id: 'x', by: 'wang' })).toMatchObject([{ refused: 'conflict' }]);
    expect(at(3, { kind: 'end-shelf', id: 'y', by: 'wang' })).toMatchObject([{ refused: 'not-found' }]);
  });

  it('keeps hiding what another shelf hides, too', () => {
    report(0, 'a', 'S1Interface=1', 'fault');
    shelve(1, plan('x', { ne: 'a' }));
    shelve(1, plan('y', { alarmId: [INTERFACE, CELL] }));
    at(2, { kind: 'end-shelf', id: 'x', by: 'li' });
    expect(hidden()).toEqual(['a/S1Interface=1']);
    expect(turns()).toHaveLength(1);
    at(3, { kind: 'end-shelf', id: 'y', by: 'li' });
    expect(hidden()).toEqual([]);
  });

  it('that is planned begins when its time comes', () => {
    report(0, 'a', 'S1Interface=1', 'fault');
    shelve(1, plan('x', { ne: 'a' }, { fromAt: T0 + DAY, untilAt: T0 + DAY + HOUR }));
    office.passTo(T0 + DAY - 1);
    expect(hidden()).toEqual([]);
    office.passTo(T0 + DAY);
    expect(hidden()).toEqual(['a/S1Interface=1']);
  });

  it('follows the severity of an alarm', () => {
    shelve(0, plan('x', { severity: ['warning', 'minor'] }));
    report(1, 'a', 'S1Interface=1', 'fault', 'minor');
    expect(hidden()).toEqual(['a/S1Interface=1']);
    report(2, 'a', 'S1Interface=1', 'fault', 'critical');
    expect(hidden()).toEqual([]);
    expect(turns().at(-1)).toMatchObject({ because: 'changed' });
    report(3, 'a', 'S1Interface=1', 'fault', 'warning');
    expect(hidden()).toEqual(['a/S1Interface=1']);
  });

  it('follows the subnet of an NE', () => {
    report(0, 'a', 'S1Interface=1', 'fault');
    shelve(1, plan('x', { subnet: 'Subnet=1' }));
    expect(hidden()).toEqual([]);
    const put = (ms: number, subnet: string) =>
      at(ms, { kind: 'set-topology', ne: 'a', topology: { subnet, objects: [] }, by: 'test' });
    put(2, 'Subnet=1');
    expect(hidden()).toEqual(['a/S1Interface=1']);
    put(3, 'Subnet=2');
    expect(hidden()).toEqual([]);
  });

  it('hides that its NE is disconnected', () => {
    shelve(0, plan('x', { ne: 'a', object: '' }));
    at(1, { kind: 'link-disconnected', ne: 'a', faultAt: T0, at: T0 + 1, reason: 'x' });
    report(2, 'a', 'S1Interface=1', 'fault');
    expect(hidden()).toEqual(['a/']);
  });

  it('ends with its NE', () => {
    shelve(0, plan('x', { ne: 'a' }));
    at(1, { kind: 'remove-ne', id: 'a', by: 'test' });
    expect(endOf('x')).toEqual({ at: T0 + 1, because: 'removed' });
  });

  it('can be extended, and warns before its end', () => {
    shelve(0, plan('x', { ne: 'a' }));
    expect(office.writer.nextDeadlineAt).toBe(T0 + HOUR - 15 * 60_000);
    office.passTo(T0 + HOUR - 1);
    expect(
      at(HOUR - 1, { kind: 'change-shelf', id: 'x', change: { untilAt: T0 + 2 * HOUR }, by: 'wang' }),
    ).toEqual([{}]);
    report(HOUR, 'a', 'S1Interface=1', 'fault');
    expect(hidden()).toHaveLength(1);
    expect(office.writer.nextDeadlineAt).toBe(T0 + 2 * HOUR - 15 * 60_000);
    office.passTo(T0 + 2 * HOUR);
    expect(hidden()).toEqual([]);
  });
});

describe('a shelf until what it found has cleared', () => {
  const untilCleared = { untilCleared: true, untilAt: T0 + DAY };

  it('ends with the last clear, and shows what came meanwhile', () => {
    report(0, 'a', 'S1Interface=1', 'fault');
    report(0, 'a', 'S1Interface=2', 'fault');
    shelve(1, plan('x', { ne: 'a' }, untilCleared));
    report(2, 'a', 'S1Interface=3', 'fault');
    report(3, 'a', 'S1Interface=1', 'ok');
    expect(hidden()).toEqual(['a/S1Interface=2', 'a/S1Interface=3']);
    report(4, 'a', 'S1Interface=2', 'ok');
    expect(hidden()).toEqual([]);
    expect(endOf('x')).toEqual({ at: T0 + 4, because: 'cleared' });
  });

  it('is refused where nothing is active that could clear', () => {
    report(0, 'b', 'S1Interface=1', 'fault');
    expect(shelve(1, plan('x', { ne: 'a' }, untilCleared))).toMatchObject({ field: 'untilCleared' });
  });

  it('ends as it begins where it then finds nothing', () => {
    shelve(0, plan('x', { ne: 'a' }, { ...untilCleared, fromAt: T0 + HOUR }));
    office.passTo(T0 + HOUR);
    expect(endOf('x')).toEqual({ at: T0 + HOUR, because: 'cleared' });
  });

  it('knows after a restart what it waits for', () => {
    report(0, 'a', 'S1Interface=1', 'fault');
    shelve(1, plan('x', { ne: 'a' }, untilCleared));
    report(2, 'a', 'S1Interface=2', 'fault');
    office = office.restarted();
    report(3, 'a', 'S1Interface=2', 'ok');
    expect(endOf('x')).toBeUndefined();
    report(4, 'a', 'S1Interface=1', 'ok');
    expect(endOf('x')).toEqual({ at: T0 + 4, because: 'cleared' });
  });
});

describe('a restart', () => {
  it('across the end of a shelf shows at once what it hid', () => {
    report(0, 'a', 'S1Interface=1', 'fault');
    shelve(1, plan('x', { ne: 'a' }));
    office = office.restarted();
    expect(hidden()).toEqual(['a/S1Interface=1']);
    expect(office.writer.nextDeadlineAt).toBe(Number.NEGATIVE_INFINITY);
    at(2 * HOUR, { kind: 'deadline', at: T0 + 2 * HOUR });
    expect(hidden()).toEqual([]);
    expect(endOf('x')?.because).toBe('expired');
  });

  it('leaves alone what is shelved still', () => {
    report(0, 'a', 'S1Interface=1', 'fault');
    shelve(1, plan('x', { ne: 'a' }));
    const told = office.changes.length;
    office = office.restarted();
    office.passTo(T0 + 2);
    expect(office.changes).toHaveLength(told);
    expect(office.writer.shelves.find('x')?.hides).toBe(1);
  });
});

describe('what is refused', () => {
  it.each([
    ['an empty match', {}, {}, 'match'],
    ['an NE that is not registered', { ne: 'c' }, {}, 'match.ne'],
    ['a type that there is not', { alarmId: [INTERFACE, 7] }, {}, 'match.alarmId'],
    ['an end before the begin', { ne: 'a' }, { fromAt: T0 + 2, untilAt: T0 + 2 }, 'until'],
    ['an end that is past', { ne: 'a' }, { fromAt: T0 - HOUR, untilAt: T0 }, 'until'],
    ['more than a week', { ne: 'a' }, { untilAt: T0 + 7 * DAY + 1 }, 'until'],
    [
      'what is more than a year ahead',
      { ne: 'a' },
      { fromAt: T0 + 367 * DAY, untilAt: T0 + 368 * DAY },
      'from',
    ],
  ] as const)('is %s', (_, match, rest, field) => {
    expect(shelve(0, plan('x', match, rest))).toMatchObject({ refused: 'invalid', field });
    expect(office.shelves.size).toBe(0);
  });

  it('is a shelf beyond the first thousand', () => {
    for (let n = 0; n < MOST_SHELVES; n++) shelve(0, plan(`x${n}`, { ne: 'a' }));
    expect(shelve(0, plan('x', { ne: 'a' }))).toMatchObject({ refused: 'conflict' });
    office.passTo(T0 + HOUR);
    expect(office.shelves.size).toBe(MOST_SHELVES);
    shelve(HOUR, plan('y', { ne: 'a' }, { untilAt: T0 + 2 * HOUR }));
    at(HOUR + 1, { kind: 'end-shelf', id: 'y', by: 'li' });
    expect(office.shelves.size).toBe(MOST_SHELVES);
    expect(office.shelves.has('y')).toBe(true);
  });

  it('is another begin once it has begun, and an extension beyond a week from now', () => {
    shelve(0, plan('x', { ne: 'a' }));
    const change = (rest: object) => at(1, { kind: 'change-shelf', id: 'x', change: rest, by: 'li' })[0];
    expect(change({ fromAt: T0 + 5 })).toMatchObject({ refused: 'conflict', field: 'from' });
    expect(change({ untilAt: T0 + 7 * DAY + 2 })).toMatchObject({ refused: 'invalid', field: 'until' });
    expect(change({ untilAt: T0 + 7 * DAY + 1, reason: 'longer' })).toEqual({});
    expect(office.shelves.get('x')).toMatchObject({ untilAt: T0 + 7 * DAY + 1, reason: 'longer' });
  });
});

it('hides many alarms in several batches, none of them long, and shows them so', () => {
  for (let n = 0; n < 5000; n++) report(0, n < 3000 ? 'a' : 'b', `S1Interface=${n}`, 'fault');
  const { writer } = office;
  const draft = writer.begin(T0 + 1);
  writer.do({ kind: 'add-shelf', shelf: plan('x', { alarmId: [INTERFACE] }), by: 'li' }, T0 + 1, draft);
  writer.finish(draft, T0 + 1);
  expect(draft.changes).toHaveLength(2000);
  expect(writer.shelves.find('x')?.hides).toBe(2000);
  const next = writer.begin(T0 + 1);
  writer.finish(next, T0 + 1);
  writer.finish(next, T0 + 1);
  expect(next.changes).toHaveLength(3000);
  expect(writer.nextDeadlineAt).toBeGreaterThan(T0 + 1);
});
