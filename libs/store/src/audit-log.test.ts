import type { AuditEntry } from '@omc/alarm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { T0 } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

describe('the audit log', () => {
  let database: TestDatabase;

  beforeAll(async () => {
    database = await TestDatabase.make();
  });
  afterAll(() => database.close());

  const entry: AuditEntry = {
    ...{ at: T0, user: 'ops', from: '127.0.0.1', via: 'rest', action: 'set-filter', target: 'filter 29240' },
    before: null,
    after: { createWindow: 5 },
  };

  it('gets its entries by the commit that does what they tell of', async () => {
    const store = await database.open();
    const { committer } = await store.takeLease('test');
    const sequences = { journalSeq: 0, changeSeq: 0 };
    const registry = [
      { kind: 'put-ne', ne: { id: 'eNB-1', kind: 'snmp', host: '127.0.0.1', port: 161 } },
      { kind: 'audit', entry },
      { kind: 'audit', entry: { ...entry, target: 'filter 25888' } },
    ] as const;
    await committer.commit({ journal: [], changes: [], registry }, sequences);
    expect(await database.rows('select user_name, target, after from audit order by id')).toEqual([
      { user_name: 'ops', target: 'filter 29240', after: { createWindow: 5 } },
      { user_name: 'ops', target: 'filter 25888', after: { createWindow: 5 } },
    ]);
  });

  it.each(["update audit set user_name = 'nobody'", 'delete from audit', 'truncate audit'])(
    'refuses %s',
    async (statement) => {
      await expect(database.rows(statement)).rejects.toThrow('append-only');
    },
  );
});
