import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import type { FilterScope } from './filter.js';
import { LinkScript } from './testing/link-script.js';
import { CELL, DERIVED, INTERFACE } from './testing/test-catalogue.js';
import { TestOffice } from './testing/test-office.js';

const S = 1000;
const T0 = 1_000 * S;

function linkOffice(): { office: TestOffice; link: LinkScript } {
  const office = new TestOffice();
  const link = new LinkScript('eNB-1');
  office.at(0, link.add());
  office.at(1, link.heard(1));
  return { office, link };
}

const put = (scope: FilterScope, rule: object): Command => ({
  kind: 'set-filter',
  filter: { ...scope, rule },
  by: 'engineer',
});
const remove = (scope: FilterScope): Command => ({ kind: 'remove-filter', scope, by: 'engineer' });
const removeNe = (id: string): Command => ({ kind: 'remove-ne', id, by: 'engineer' });

describe('setting a filter', () => {
  it('stores it, journals it and puts it in force', () => {
    const { office } = linkOffice();
    expect(office.at(T0, put({ alarmId: CELL, ne: 'eNB-1' }, { createWindow: 10 }))).toEqual([{}]);
    expect([...office.filters.values()]).toEqual([
      { alarmId: CELL, ne: 'eNB-1', rule: { createWindow: 10 } },
    ]);
    expect(office.journal.at(-1)).toMatchObject({ kind: 'filter', ne: 'eNB-1', alarmId: CELL, at: T0 });
    expect(office.writer.filters.windowsFor(CELL, 'eNB-1', 'Cell=1').createWindowMs).toBe(10_000);
  });

  it.each([
    [
      'of a type that is not in the catalogue',
      { alarmId: 7 },
      {},
      { refused: 'not-found', field: 'alarmId' },
    ],
    ['of alarm 301', { alarmId: 301 }, {}, { refused: 'conflict', field: 'alarmId' }],
    ['of a derived type', { alarmId: DERIVED }, {}, { refused: 'conflict', field: 'alarmId' }],
    [
      'of an object without its NE',
      { alarmId: CELL, object: 'Cell=1' },
      {},
      { refused: 'invalid', field: 'object' },
    ],
    [
      'whose threshold is over its window',
      { alarmId: CELL },
      { createWindow: 5, createThreshold: 6 },
      { refused: 'invalid', field: 'createThreshold' },
    ],
    [
      'whose threshold is over the window that it follows',
      { alarmId: CELL },
      { createThreshold: 91 },
      { refused: 'invalid', field: 'createThreshold' },
    ],
  ])('%s is refused and changes nothing', (_, scope, rule, refusal) => {
    const { office } = linkOffice();
    const entries = office.journal.length;
    expect(office.at(T0, put(scope, rule))).toMatchObject([refusal]);
    expect(office.filters.size + office.journal.length).toBe(entries);
  });

  it('is refused where a more specific one would no longer be valid', () => {
    const { office } = linkOffice();
    office.at(T0, put({ alarmId: CELL, ne: 'eNB-1', object: '' }, { createThreshold: 60 }));
    const [result] = office.at(T0, put({ alarmId: CELL }, { createWindow: 30 }));
    expect(result).toEqual({
      refused: 'conflict',
      field: 'createThreshold',
      reason:
        'the filter of object (the NE itself) of NE eNB-1 would no longer be valid: createThreshold must be more than 0 and at most createWindow (30), is 60',
    });
    expect(office.writer.filters.windowsFor(CELL, 'eNB-2', '').createWindowMs).toBe(90_000);
  });

  it('counts for the keys of its scope only, the most specific first', () => {
    const { office, link } = linkOffice();
    office.at(
      T0,
      put({ alarmId: CELL, ne: 'eNB-1' }, { createWindow: 20 }),
      put({ alarmId: CELL, ne: 'eNB-1', object: 'Cell=2' }, { createWindow: 5 }),
      put({ alarmId: CELL }, { createWindow: 50 }),
    );
    const other = new LinkScript('eNB-2');
    office.at(T0, other.add(), other.heard(T0));
    office.at(T0, link.says('fault', T0), link.says('fault', T0, 'Cell=2'), other.says('fault', T0));
    office.passTo(T0 + 500 * S);
    expect(office.told).toEqual([
      `${T0 + 5 * S} raised eNB-1/Cell=2/${CELL}`,
      `${T0 + 20 * S} raised eNB-1/Cell=1/${CELL}`,
      `${T0 + 50 * S} raised eNB-2/Cell=1/${CELL}`,
    ]);
  });

  it('touches running windows of its scope only', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0), link.says('fault', T0, 'Cell=2'));
    office.at(T0 + 30 * S, put({ alarmId: CELL, ne: 'eNB-1', object: 'Cell=2' }, { createWindow: 10 }));
    expect(office.told).toEqual([`${T0 + 30 * S} raised eNB-1/Cell=2/${CELL}`]);
  });
});

describe('removing a filter', () => {
  it('lets its scope follow the next less specific one, also for running windows', () => {
    const { office, link } = linkOffice();
    office.at(T0, put({ alarmId: CELL, ne: 'eNB-1' }, { createWindow: 3600 }));
    office.at(T0, link.says('fault', T0));
    expect(office.at(T0 + 300 * S, remove({ alarmId: CELL, ne: 'eNB-1' }))).toEqual([{}]);
    expect(office.active).toMatchObject([{ raisedAt: T0 + 300 * S }]);
    expect(office.filters.size).toBe(0);
  });

  it('of an object without its NE is refused, instead of removing that of the whole type', () => {
    const { office } = linkOffice();
    office.at(T0, put({ alarmId: CELL }, { createWindow: 10 }));
    expect(office.at(T0 + 1, remove({ alarmId: CELL, object: 'Cell=1' }))).toEqual([
      { refused: 'invalid', field: 'object', reason: expect.stringContaining('needs its NE') },
    ]);
    expect(office.filters.size).toBe(1);
  });

  it('of a type that has none is refused as setting one is', () => {
    const { office } = linkOffice();
    expect(office.at(T0, remove({ alarmId: DERIVED }))).toMatchObject([
      { refused: 'conflict', field: 'alarmId' },
    ]);
  });

  it('that is not stored is refused', () => {
    const { office } = linkOffice();
    expect(office.at(T0, remove({ alarmId: CELL }))).toMatchObject([{ refused: 'not-found' }]);
  });

  it('is refused where a more specific one would no longer be valid', () => {
    const { office } = linkOffice();
    office.at(T0, put({ alarmId: INTERFACE }, { createWindow: 60 }));
    office.at(T0, put({ alarmId: INTERFACE, ne: 'eNB-1' }, { createThreshold: 30 }));
    expect(office.at(T0, remove({ alarmId: INTERFACE }))).toMatchObject([{ refused: 'conflict' }]);
    expect(office.filters.size).toBe(2);
  });
});

describe('registering NEs', () => {
  it('refuses an id that is taken', () => {
    const { office, link } = linkOffice();
    expect(office.at(T0, link.add())).toMatchObject([{ refused: 'conflict', field: 'id' }]);
  });

  it('changes where an NE is, but neither one that is unknown nor how one is reached', () => {
    const { office } = linkOffice();
    const change = (id: string, kind: 'link' | 'snmp', host: string): Command => ({
      kind: 'change-ne',
      ne: { id, kind, host, port: 1 },
      by: 'engineer',
    });
    expect(office.at(T0, change('eNB-1', 'link', '10.0.0.9'))).toEqual([{}]);
    expect(office.nes.get('eNB-1')?.host).toBe('10.0.0.9');
    expect(office.at(T0, change('eNB-1', 'snmp', '10.0.0.9'), change('eNB-9', 'link', 'x'))).toMatchObject([
      { refused: 'conflict', field: 'kind' },
      { refused: 'not-found' },
    ]);
  });
});

describe('removing an NE', () => {
  it('clears its alarms, 301 too, drops its windows and its filters', () => {
    const { office, link } = linkOffice();
    office.at(
      T0,
      put({ alarmId: INTERFACE, ne: 'eNB-1' }, { createWindow: 60, restoreWindow: 60 }),
      put(
        { alarmId: INTERFACE, ne: 'eNB-1', object: 'Cell=1' },
        { createThreshold: 30, restoreThreshold: 10 },
      ),
      put({ alarmId: CELL }, { createWindow: 30 }),
    );
    office.at(T0, link.says('fault', T0), link.says('fault', T0 + 15 * S, 'Cell=2'));
    office.passTo(T0 + 30 * S);
    office.at(T0 + 40 * S, {
      kind: 'link-disconnected',
      ne: 'eNB-1',
      faultAt: T0 + 31 * S,
      at: T0 + 40 * S,
      reason: 'timeout',
    });
    office.at(T0 + 44 * S, removeNe('eNB-1'));
    expect(office.active).toEqual([]);
    expect([...office.alarms.values()]).toMatchObject([
      { alarmId: CELL, clearedAt: T0 + 44 * S, clearedBy: 'removed', stale: false },
      { alarmId: 301, clearedAt: T0 + 44 * S, clearedBy: 'removed' },
    ]);
    expect([...office.filters.values()]).toEqual([{ alarmId: CELL, rule: { createWindow: 30 } }]);
    expect(office.nes.size).toBe(0);
    expect(office.writer.pending).toEqual({ raise: 0, clear: 0 });
    expect(office.writer.nextDeadlineAt).toBeUndefined();
    expect(office.writer.positionOf('eNB-1')).toBeUndefined();
  });

  it('that nobody knows is refused', () => {
    const office = new TestOffice();
    expect(office.at(T0, removeNe('eNB-1'))).toMatchObject([{ refused: 'not-found' }]);
  });

  it('forgets how far its events were processed, even within one batch', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0), removeNe('eNB-1'), link.add());
    expect(office.writer.positionOf('eNB-1')).toBeUndefined();
    expect(office.restarted().writer.positionOf('eNB-1')).toBeUndefined();
  });

  it('leaves nothing for one of the same name that comes later, not even after a restart of the OMC', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0, 'Cell=1', INTERFACE), link.says('fault', T0));
    office.at(T0 + S, removeNe('eNB-1'));
    const again = new LinkScript('eNB-1');
    office.at(T0 + 2 * S, again.add(), again.heard(T0 + 2 * S));
    expect(office.restarted().writer.positionOf('eNB-1')).toBeUndefined();
    office.at(T0 + 3 * S, again.says('fault', T0 + 3 * S, 'Cell=1', INTERFACE));
    const later = office.restarted();
    expect(later.writer.positionOf('eNB-1')).toEqual({ epoch: 'b1', ackedSeq: 1, seenSeq: 1 });
    later.at(T0 + 4 * S, again.heard(T0 + 4 * S));
    for (const each of [office, later]) {
      each.passTo(T0 + 300 * S);
      expect(each.active).toMatchObject([{ faultAt: T0 + 3 * S }]);
    }
    later.at(T0 + 301 * S, again.says('ok', T0 + 301 * S, 'Cell=1', INTERFACE));
    expect(later.active).toEqual([]);
  });
});
