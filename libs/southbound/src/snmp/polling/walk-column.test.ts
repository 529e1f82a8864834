import type { Varbind } from '@omc/wire';
import { describe, expect, it } from 'vitest';
import type { SnmpAnswer } from './snmp-target.js';
import { walkColumn } from './walk-column.js';

const COLUMN = '1.3.6.1.2.1.118.1.2.2.1.10';
const target = { address: '127.0.0.1', port: 161, access: { community: 'c' } };
const bind = (oid: string, type = 4): Varbind => ({ oid, type, value: oid });

/** An agent that has these, in this order, and answers with up to `atOnce` behind a name. */
function agentWith(oids: readonly string[], atOnce = 3) {
  return {
    getBulk: (_: unknown, oid: string): Promise<SnmpAnswer> => {
      const from = oids.indexOf(oid) + 1;
      const varbinds = oids.slice(from, from + atOnce).map((each) => bind(each));
      return Promise.resolve({ ok: true, varbinds: varbinds.length > 0 ? varbinds : [bind(oid, 0x82)] });
    },
  };
}

describe('a column of a table', () => {
  it('is read to its end, by index', async () => {
    const oids = [1, 2, 3, 4, 5, 10].map((index) => `${COLUMN}.0.${index}`);
    const column = await walkColumn(
      agentWith([...oids, '1.3.6.1.2.1.118.1.2.2.1.11.0.1']),
      target,
      COLUMN,
      100,
    );
    expect(column.ok && [...column.values.keys()]).toEqual(['0.1', '0.2', '0.3', '0.4', '0.5', '0.10']);
  });

  it('is empty where the agent has nothing behind it', async () => {
    const column = await walkColumn(agentWith([]), target, COLUMN, 100);
    expect(column.ok && column.values.size).toBe(0);
  });

  it('is refused where the agent goes round in a circle', async () => {
    const circle = {
      getBulk: () =>
        Promise.resolve({ ok: true as const, varbinds: [bind(`${COLUMN}.7`), bind(`${COLUMN}.7`)] }),
    };
    expect(await walkColumn(circle, target, COLUMN, 100)).toEqual({
      ok: false,
      reason: `the agent goes back at ${COLUMN}.7`,
    });
  });

  it('is refused where it has more rows than an NE may have keys', async () => {
    const oids = Array.from({ length: 20 }, (_, index) => `${COLUMN}.${index + 1}`);
    expect(await walkColumn(agentWith(oids), target, COLUMN, 10)).toEqual({
      ok: false,
      reason: 'the agent has more than 10 rows',
    });
  });

  it('is refused where the agent says nothing, or does not answer', async () => {
    const silent = { getBulk: () => Promise.resolve({ ok: true as const, varbinds: [] }) };
    expect((await walkColumn(silent, target, COLUMN, 10)).ok).toBe(false);
    const gone = { getBulk: () => Promise.resolve({ ok: false as const, reason: 'timeout' }) };
    expect(await walkColumn(gone, target, COLUMN, 10)).toEqual({ ok: false, reason: 'timeout' });
  });
});
