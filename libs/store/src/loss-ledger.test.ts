import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { LedgerEntry } from './loss-ledger.js';
import type { Store } from './open-store.js';
import { TestDatabase } from './testing/test-database.js';

const T0 = 1_795_000_000_000;
const entry = (from: string, count: number): LedgerEntry => ({
  source: 'snmp',
  from,
  reason: 'malformed',
  count,
  firstAt: T0,
  lastAt: T0 + count,
  samples: [{ at: T0 + count, text: "it's \\u0000 <b>" }],
});

describe('the stored loss ledger', () => {
  let database: TestDatabase;
  let store: Store;
  beforeAll(async () => {
    database = await TestDatabase.make();
    store = await database.open();
  });
  afterAll(() => database?.close());

  it('is read as it was written last, without what was forgotten', async () => {
    const ledger = store.lossLedger;
    expect(await ledger.read()).toEqual({ entries: [], processed: new Map() });
    await ledger.write([entry('10.0.0.1', 1), entry('10.0.0.2', 2)], [], new Map([['snmp', 7]]));
    await ledger.write([entry('10.0.0.1', 9)], [entry('10.0.0.2', 2)], new Map([['snmp', 8]]));
    await ledger.write([entry('10.0.0.3', 3)], [], new Map([['link', 1]]));
    expect(await ledger.read()).toEqual({
      entries: [entry('10.0.0.3', 3), entry('10.0.0.1', 9)],
      processed: new Map([
        ['snmp', 8],
        ['link', 1],
      ]),
    });
  });
});
