import pg from 'pg';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { copyOut } from './copy-out.js';
import { TestDatabase } from './testing/test-database.js';

describe('copying out', () => {
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

  const allOf = async (query: string) => {
    const rows: unknown[] = [];
    for await (const page of copyOut(pool, query)) rows.push(...page);
    return rows;
  };

  it.each([0, 1, 250_000])('gives all of %i rows in order, and the connection back', async (upTo) => {
    const read = await allOf(`select n from generate_series(1, ${upTo}) n`);
    expect(read).toEqual(Array.from({ length: upTo }, (_, i) => [String(i + 1)]));
    expect(pool.idleCount).toBe(1);
  });

  it('gives every text as it is, and nothing where nothing is', async () => {
    const texts = [
      '',
      '\\',
      '\\N',
      'a\tb',
      'a\nb\r\n',
      '\b\f\v',
      '\\n',
      'Ä 小区 🛰',
      'x\\y\tz',
      '\\\\t',
      '\x01\x7f',
    ];
    const written = texts.map((text) => `(${pg.escapeLiteral(text)}, null::text)`).join(', ');
    expect(await allOf(`select * from (values ${written}) v`)).toEqual(texts.map((text) => [text, null]));
  });

  it('breaks no character where the pieces end', async () => {
    const text = '小区不可用🛰'.repeat(1_000);
    const read = await allOf(`select ${pg.escapeLiteral(text)} from generate_series(1, 100) n`);
    expect(read).toHaveLength(100);
    expect(new Set(read.flat() as string[])).toEqual(new Set([text]));
  });

  it('leaves nothing open where the reader has had enough', async () => {
    for await (const page of copyOut(pool, 'select n from generate_series(1, 500000) n')) {
      expect(page.length).toBeGreaterThan(0);
      break;
    }
    expect(pool.totalCount).toBe(0);
    const { rows } = await pool.query('select 1 as one');
    expect(rows).toEqual([{ one: 1 }]);
  });

  it('leaves no limit of time running, however it ended', async () => {
    const running = () => process.getActiveResourcesInfo().filter((kind) => kind === 'Timeout').length;
    const limited = new pg.Pool({
      connectionString: database.url,
      max: 1,
      query_timeout: 60_000,
      idleTimeoutMillis: 0,
    });
    await limited.query('select 1');
    const before = running();
    for await (const _ of copyOut(limited, 'select 1'));
    expect(running()).toBe(before);
    for await (const _ of copyOut(limited, 'select n from generate_series(1, 500000) n')) break;
    expect(running()).toBe(before);
    await limited.end();
  });

  it('fails as the query does, and leaves nothing open', async () => {
    await expect(allOf('select 1 / (3000 - n) from generate_series(1, 5000) n')).rejects.toThrow(
      'division by zero',
    );
    expect(pool.totalCount).toBe(0);
  });
});
