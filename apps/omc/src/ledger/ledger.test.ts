import { LossTally } from '@omc/alarm';
import { describe, expect, it } from 'vitest';
import { Ledger } from './ledger.js';

const NOTHING = { entries: [], processed: new Map() };

function totalsOf(ledger: Ledger, source: string) {
  return ledger.totals().find((each) => each.source === source);
}

describe('the ledger', () => {
  it('knows what is under way, and what becomes of it', () => {
    const ledger = new Ledger(NOTHING, () => 0);
    ledger.watch('snmp', { received: () => 5, obeyed: () => 1 });
    expect(totalsOf(ledger, 'snmp')).toMatchObject({ received: 5, processed: 1, rejected: 0, underWay: 4 });
    const tally = new LossTally();
    tally.hear('snmp');
    tally.lose({ source: 'snmp', from: '10.0.0.1' }, 'too-many-keys', 'fault 1 Cell=1', 2);
    ledger.follow(tally);
    ledger.lose({ source: 'snmp', from: '10.0.0.1' }, 'malformed', ['?']);
    expect(totalsOf(ledger, 'snmp')).toMatchObject({ received: 5, processed: 2, rejected: 3, underWay: 0 });
  });

  it('counts as received what was sent and never read, and what a sync tells', () => {
    const ledger = new Ledger(NOTHING, () => 0);
    ledger.lose({ source: 'snmp', from: '(kernel)' }, 'kernel-drop', [], 7);
    const tally = new LossTally();
    tally.lose({ source: 'link', from: 'eNB-1' }, 'gap', 'numbers 2 to 9');
    tally.hear('sync');
    tally.lose({ source: 'sync', from: 'eNB-1' }, 'unknown-alarm-type', 'fault 1 Cell=1');
    ledger.follow(tally);
    expect(totalsOf(ledger, 'snmp')).toMatchObject({ received: 7, rejected: 7, underWay: 0 });
    expect(totalsOf(ledger, 'link')).toMatchObject({ received: 1, rejected: 1, underWay: 0 });
    expect(totalsOf(ledger, 'sync')).toMatchObject({ received: 2, processed: 1, rejected: 1, underWay: 0 });
  });

  it('goes on from what was stored', () => {
    const first = new Ledger(NOTHING, () => 3);
    first.watch('link', { received: () => 4 });
    const tally = new LossTally();
    for (let i = 0; i < 3; i++) tally.hear('link');
    first.follow(tally);
    first.lose({ source: 'link', from: 'a' }, 'bad-line', ['?']);
    const { changed, processed } = first.takeChanges();
    const second = new Ledger({ entries: changed, processed }, () => 5);
    second.lose({ source: 'link', from: 'a' }, 'bad-line', ['?']);
    second.watch('link', { received: () => 1 });
    expect(totalsOf(second, 'link')).toEqual({
      source: 'link',
      received: 5,
      processed: 3,
      rejected: 2,
      underWay: 0,
    });
    expect(second.entries()).toMatchObject([{ count: 2, firstAt: 3, lastAt: 5 }]);
  });
});
