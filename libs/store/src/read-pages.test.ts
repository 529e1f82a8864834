import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readPages } from './read-pages.js';
import { TestDatabase } from './testing/test-database.js';

describe('reading by pages', () => {
  let database: TestDatabase;
  let pool: pg.Pool;
  beforeEach(async () => {
    database = await TestDatabase.make();
    pool = new pg.Pool({ connectionString: database.url, max: 1 });
  });
  afterEach(async () => {
    await pool.end();
    await database.close();
  });

  const numbers = (upTo: number) =>
    readPages<{ n: number }>(pool, { text: 'select n from generate_series(1, $1::int) n', values: [upTo] });

  it.each([0, 1, 2_000, 5_001])('gives all of %i rows in order, and the connection back', async (upTo) => {
    const read: number[] = [];
    for await (const page of numbers(upTo)) read.push(...page.map(({ n }) => n));
    expect(read).toEqual(Array.from({ length: upTo }, (_, i) => i + 1));
    expect(pool.idleCount).toBe(1);
  });

  it('leaves nothing open where the reader has had enough', async () => {
    for await (const page of numbers(10_000)) {
      expect(page.length).toBeGreaterThan(0);
      break;
    }
    expect(pool.totalCount).toBe(0);
    const { rows } = await pool.query('select count(*)::int as count from pg_cursors');
    expect(rows).toEqual([{ count: 0 }]);
  });

  it('fails as the query does, and leaves nothing open', async () => {
    const pages = readPages(pool, { text: 'select 1 / (3000 - n) from generate_series(1, 5000) n' });
    const all = async () => {
      for await (const _ of pages);
    };
    await expect(all()).rejects.toThrow('division by zero');
    expect(pool.totalCount).toBe(0);
  });
});
