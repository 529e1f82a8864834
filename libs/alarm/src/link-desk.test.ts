import { describe, expect, it } from 'vitest';
import type { Command, SyncFault } from './commands.js';
import { FilterBook } from './filter-book.js';
import { HoldOffDesk } from './hold-off-desk.js';
import { LinkDesk } from './link-desk.js';
import type { RawState } from './report.js';
import { SupervisedKeys } from './supervised-keys.js';
import { BY_TRAP } from './testing/by-trap.js';
import { LinkScript } from './testing/link-script.js';
import { CELL, INTERFACE, STANDING_WAVE, testCatalogue } from './testing/test-catalogue.js';
import { TestOffice } from './testing/test-office.js';
import { TypeSettings } from './type-settings.js';

const S = 1000;
const T0 = 1_000 * S;

function linkOffice(): { office: TestOffice; link: LinkScript } {
  const office = new TestOffice();
  const link = new LinkScript('eNB-1');
  office.at(0, link.add());
  office.at(1, link.heard(1));
  return { office, link };
}

/** An event with a number of one's own choice. */
const numbered = (seq: number, state: RawState, at: number, object = 'Cell=1', alarmId = INTERFACE) => ({
  seq,
  object,
  alarmId,
  state,
  at,
});

const sync = (seq: number, arrivedAt: number, faults: SyncFault[], epoch = 'b1'): Command => ({
  kind: 'link-sync',
  ne: 'eNB-1',
  epoch,
  seq,
  faults,
  arrivedAt,
});

describe('the numbers of a link', () => {
  it('are acked up to the last one while none is missing', () => {
    const { office, link } = linkOffice();
    const [first] = office.at(T0, link.events(link.event('fault', T0), link.event('ok', T0 + 1)));
    expect(first).toEqual({ ackedSeq: 2 });
    expect(office.at(T0 + 2, link.says('fault', T0 + 2))).toEqual([{ ackedSeq: 3 }]);
    expect(office.writer.positionOf('eNB-1')).toEqual({ epoch: 'b1', ackedSeq: 3, seenSeq: 3 });
  });

  it('that are known already are dropped and counted', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.events(numbered(1, 'fault', T0), numbered(2, 'ok', T0 + 1)));
    const [again] = office.at(T0 + 5, link.events(numbered(1, 'fault', T0), numbered(2, 'ok', T0 + 1)));
    expect(again).toEqual({ ackedSeq: 2 });
    expect(office.changes).toHaveLength(2);
    expect(office.tally).toEqual(
      new Map([
        ['heard', 2],
        ['duplicate', 2],
      ]),
    );
  });

  it('are not acked beyond a hole, though what came is heard, until a sync fills it', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.events(numbered(1, 'fault', T0)));
    expect(office.at(T0 + 1, link.events(numbered(4, 'ok', T0 + 1)))).toEqual([{ ackedSeq: 1 }]);
    expect(office.at(T0 + 2, link.events(numbered(5, 'fault', T0 + 2)))).toEqual([{ ackedSeq: 1 }]);
    expect(office.changes).toHaveLength(3);
    const named = { object: 'Cell=1', alarmId: INTERFACE, since: T0 + 2 };
    expect(office.at(T0 + 3, sync(5, T0 + 3, [named]))).toEqual([{ ackedSeq: 5 }]);
    expect(office.at(T0 + 4, link.events(numbered(6, 'ok', T0 + 4)))).toEqual([{ ackedSeq: 6 }]);
  });

  it('are acked beyond the number of a sync as far as they were seen without a hole', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.events(numbered(1, 'fault', T0), numbered(4, 'ok', T0), numbered(5, 'fault', T0)));
    expect(office.at(T0 + 1, sync(2, T0 + 1, []))).toEqual([{ ackedSeq: 2 }]);
    expect(office.at(T0 + 1, sync(3, T0 + 1, []))).toEqual([{ ackedSeq: 5 }]);
  });

  it('are not acked beyond the number of a sync where another hole is behind it', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.events(numbered(1, 'fault', T0), numbered(4, 'ok', T0), numbered(7, 'fault', T0)));
    expect(office.at(T0 + 1, sync(4, T0 + 1, []))).toEqual([{ ackedSeq: 4 }]);
    expect(office.writer.positionOf('eNB-1')).toEqual({ epoch: 'b1', ackedSeq: 4, seenSeq: 7 });
    expect(office.at(T0 + 2, sync(8, T0 + 2, []))).toEqual([{ ackedSeq: 8 }]);
  });

  it('up to that of a sync are known when they come later', () => {
    const { office, link } = linkOffice();
    office.at(T0, sync(57, T0, []));
    expect(office.at(T0 + 1, link.events(numbered(57, 'fault', T0 - 5)))).toEqual([{ ackedSeq: 57 }]);
    expect(office.at(T0 + 2, link.events(numbered(58, 'fault', T0 + 2)))).toEqual([{ ackedSeq: 58 }]);
    expect(office.tally).toEqual(
      new Map([
        ['duplicate', 1],
        ['heard', 1],
      ]),
    );
  });

  it('that are missing count as one loss for each hole, however wide and however often it is seen', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.events(numbered(1, 'fault', T0), numbered(2 ** 50, 'ok', T0)));
    const gone = { kind: 'link-epoch', ne: 'eNB-1', epoch: 'b1', firstSeq: 2 ** 50 + 10 } as const;
    office.at(T0 + 1, gone);
    office.at(
      T0 + 2,
      gone,
      link.events(numbered(2 ** 50 + 10, 'ok', T0 + 2)),
      sync(2 ** 50 + 10, T0 + 2, []),
    );
    expect(office.tally.get('gap')).toBe(2);
    expect(office.writer.positionOf('eNB-1')?.ackedSeq).toBe(2 ** 50 + 10);
  });

  it('begin anew with another epoch', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.events(numbered(1, 'fault', T0), numbered(2, 'ok', T0)));
    office.at(T0 + 1, { kind: 'link-epoch', ne: 'eNB-1', epoch: 'b2', firstSeq: 1 });
    link.epoch = 'b2';
    expect(office.at(T0 + 2, link.events(numbered(1, 'fault', T0 + 2)))).toEqual([{ ackedSeq: 1 }]);
    expect(office.writer.positionOf('eNB-1')).toEqual({ epoch: 'b2', ackedSeq: 1, seenSeq: 1 });
  });

  it('of another epoch that lost its beginning are acked once a sync is answered', () => {
    const { office, link } = linkOffice();
    office.at(T0, { kind: 'link-epoch', ne: 'eNB-1', epoch: 'b1', firstSeq: 40 });
    expect(office.at(T0 + 1, link.events(numbered(40, 'fault', T0)))).toEqual([{ ackedSeq: 0 }]);
    expect(office.at(T0 + 2, sync(39, T0 + 2, []))).toEqual([{ ackedSeq: 40 }]);
  });

  it('of an epoch that nobody announced count from its first event', () => {
    const { office, link } = linkOffice();
    expect(office.at(T0, link.events(numbered(7, 'fault', T0)))).toEqual([{ ackedSeq: 0 }]);
    expect(office.writer.positionOf('eNB-1')).toEqual({ epoch: 'b1', ackedSeq: 0, seenSeq: 7 });
  });

  it('stay as they are when the known epoch is announced again', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.events(numbered(1, 'fault', T0)));
    expect(office.at(T0 + 1, { kind: 'link-epoch', ne: 'eNB-1', epoch: 'b1', firstSeq: 1 })).toEqual([
      { ackedSeq: 1 },
    ]);
    expect(office.at(T0 + 2, link.events(numbered(1, 'fault', T0)))).toEqual([{ ackedSeq: 1 }]);
  });

  it('are known after a restart of the OMC', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.events(numbered(1, 'fault', T0), numbered(4, 'ok', T0)));
    const later = office.restarted();
    expect(later.writer.positionOf('eNB-1')).toEqual({ epoch: 'b1', ackedSeq: 1, seenSeq: 4 });
    later.at(T0 + 1, sync(2, T0 + 1, []));
    expect(later.writer.positionOf('eNB-1')).toEqual({ epoch: 'b1', ackedSeq: 2, seenSeq: 4 });
  });
});

describe('a sync', () => {
  it('clears what it no longer names, as of its arrival, and says so', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0, 'Cell=1', INTERFACE), link.says('fault', T0, 'Cell=2', INTERFACE));
    office.at(T0 + 5, sync(2, T0 + 5, [{ object: 'Cell=2', alarmId: INTERFACE, since: T0 }]));
    expect(office.told.slice(2)).toEqual([
      `${T0 + 5} cleared eNB-1/Cell=1/${INTERFACE} by resync`,
      // The fault that is named again counts as a report.
      `${T0 + 5} counted eNB-1/Cell=2/${INTERFACE}`,
    ]);
  });

  it('is the cause of a clear also where a restore window comes after it, and after a restart in between', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 100 * S, sync(1, T0 + 100 * S, []));
    const later = office.restarted();
    for (const each of [office, later]) {
      each.at(T0 + 105 * S, link.heard(T0 + 105 * S));
      each.passTo(T0 + 115 * S);
      expect([...each.alarms.values()]).toMatchObject([{ clearedAt: T0 + 115 * S, clearedBy: 'resync' }]);
    }
  });

  it('lets a fault that nobody knew begin when it began: an old one raises at once', () => {
    const { office } = linkOffice();
    office.at(T0, sync(9, T0, [{ object: 'Cell=1', alarmId: CELL, since: T0 - 600 * S, text: 'down' }]));
    expect(office.active).toMatchObject([
      { faultAt: T0 - 600 * S, raisedAt: T0 - 510 * S, text: 'down', reports: 1 },
    ]);
  });

  it('lets no fault begin after it', () => {
    const { office } = linkOffice();
    office.at(T0, sync(9, T0, [{ object: 'Cell=1', alarmId: INTERFACE, since: T0 + 50 }]));
    expect(office.active).toMatchObject([{ faultAt: T0 }]);
  });

  it('ends a create window of a fault that is over', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + 10 * S, sync(1, T0 + 10 * S, []));
    office.passTo(T0 + 500 * S);
    expect(office.changes).toEqual([]);
  });

  it('leaves alone what was reported by SNMP, and a channel that was switched off', () => {
    const { office, link } = linkOffice();
    const info = { vswrSwitch: 'on' };
    const object = 'Rru=0-60-0,TxChannel=0';
    office.at(T0, link.says('fault', T0, object, STANDING_WAVE, { info }), {
      kind: 'report',
      report: { ne: 'eNB-1', object: 'Cell=3', alarmId: INTERFACE, state: 'fault', at: T0, arrivedAt: T0 },
      origin: BY_TRAP,
    });
    office.at(T0 + 5, sync(1, T0 + 5, []));
    expect(office.active).toHaveLength(2);
  });
});

describe('a link that is heard to its end', () => {
  it('counts as heard up to then, not up to when the writer gets to it', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0));
    office.at(T0 + S, link.held(T0 + S));
    // Both came before the deadline, at T0 + 90 s, and were decided after it.
    office.at(T0 + 100 * S, link.heard(T0 + 80 * S), link.says('ok', T0 + 85 * S));
    expect(office.changes).toEqual([]);
    office.at(T0 + 101 * S, link.says('fault', T0 + 101 * S), link.held(T0 + 101 * S));
    office.at(T0 + 300 * S, link.heard(T0 + 200 * S));
    expect([...office.alarms.values()]).toMatchObject([{ raisedAt: T0 + 191 * S }]);
  });
});

describe('alarm 301', () => {
  const disconnected = (at: number, reason = 'timeout'): Command => ({
    kind: 'link-disconnected',
    ne: 'eNB-1',
    faultAt: at - 120 * S,
    at,
    reason,
  });
  const reconnected = (at: number): Command => ({ kind: 'link-reconnected', ne: 'eNB-1', at });
  const trouble = (at: number, reason: string): Command => ({
    kind: 'link-trouble',
    ne: 'eNB-1',
    at,
    reason,
  });

  it('is raised on the NE itself since the first unanswered handshake', () => {
    const { office } = linkOffice();
    office.at(T0, disconnected(T0));
    expect(office.active).toMatchObject([
      {
        ne: 'eNB-1',
        object: '',
        alarmId: 301,
        severity: 'critical',
        faultAt: T0 - 120 * S,
        raisedAt: T0,
        stale: false,
      },
    ]);
    expect(office.writer.isDisconnected('eNB-1')).toBe(true);
  });

  it('takes further reasons into its log and raises nothing further', () => {
    const { office } = linkOffice();
    office.at(T0, disconnected(T0));
    office.at(T0 + 1, trouble(T0 + 1, 'refused'), disconnected(T0 + 1, 'reset'));
    expect(office.changes.map(({ kind, facts }) => [kind, facts['reason']])).toEqual([
      ['raised', 'timeout'],
      ['reason', 'refused'],
      ['reason', 'reset'],
    ]);
    expect(office.active).toHaveLength(1);
  });

  it('is cleared by a reconnection', () => {
    const { office } = linkOffice();
    office.at(T0, disconnected(T0));
    office.at(T0 + 300 * S, reconnected(T0 + 300 * S));
    expect([...office.alarms.values()]).toMatchObject([{ clearedAt: T0 + 300 * S, clearedBy: 'reconnect' }]);
    expect(office.writer.isDisconnected('eNB-1')).toBe(false);
    office.at(T0 + 301 * S, reconnected(T0 + 301 * S), trouble(T0 + 301 * S, 'refused'));
    expect(office.changes).toHaveLength(2);
  });

  it('marks the alarms of its NE stale as long as it is open, those raised meanwhile too, and clears none', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0, 'Cell=1', INTERFACE));
    office.at(T0 + S, disconnected(T0 + S));
    office.at(T0 + 2 * S, {
      kind: 'report',
      report: { ne: 'eNB-1', object: 'Cell=2', alarmId: INTERFACE, state: 'fault', at: T0, arrivedAt: T0 },
      origin: BY_TRAP,
    });
    expect(office.active.filter(({ alarmId }) => alarmId !== 301)).toMatchObject([
      { stale: true },
      { stale: true },
    ]);
    const lives = office.active.map(({ lifeVersion }) => lifeVersion);
    office.at(T0 + 3 * S, reconnected(T0 + 3 * S));
    expect(office.active).toMatchObject([{ stale: false }, { stale: false }]);
    expect(office.changes.map(({ kind }) => kind)).toEqual([
      'raised',
      'raised',
      'stale',
      'raised',
      'cleared',
      'fresh',
      'fresh',
    ]);
    expect(lives).toEqual([1, 1, 1]);
  });

  it('is still open, and no second one is raised, after a restart of the OMC', () => {
    const { office } = linkOffice();
    office.at(T0, disconnected(T0));
    const later = office.restarted();
    expect(later.writer.isDisconnected('eNB-1')).toBe(true);
    later.at(T0 + 1, disconnected(T0 + 1));
    expect(later.active).toHaveLength(1);
    later.at(T0 + 2, reconnected(T0 + 2));
    expect(later.active).toEqual([]);
  });

  it('must be in the catalogue', () => {
    const catalogue = new Map([...testCatalogue].filter(([alarmId]) => alarmId !== 301));
    const keys = new SupervisedKeys(new FilterBook(catalogue));
    const typeSettings = new TypeSettings([]);
    const desk = new HoldOffDesk(catalogue, keys, () => 'id', typeSettings);
    expect(() => new LinkDesk(catalogue, desk, () => 'id', typeSettings)).toThrow('lacks alarm type 301');
  });
});

describe('commands of an NE that is not registered', () => {
  it('are refused', () => {
    const office = new TestOffice();
    const link = new LinkScript('nobody');
    expect(office.at(T0, link.says('fault', T0), link.heard(T0))).toMatchObject([
      { refused: 'not-found' },
      { refused: 'not-found' },
    ]);
    expect(office.journal.map(({ kind }) => kind)).toEqual(['started']);
  });
});
