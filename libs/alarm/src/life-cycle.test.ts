import { describe, expect, it } from 'vitest';
import { clear, markStale, raise, remark, update } from './life-cycle.js';
import type { Details } from './report.js';
import { CELL, testCatalogue } from './testing/test-catalogue.js';

function raised(details: Details = {}) {
  const type = testCatalogue.get(CELL);
  if (type === undefined) throw new Error('the cell is missing');
  return raise({
    id: 'a1',
    ne: 'eNB-1',
    object: 'Cell=1',
    type,
    faultAt: 10,
    raisedAt: 100,
    reports: 2,
    details,
    intermittent: false,
    stale: false,
  });
}

const versions = ({ version, lifeVersion }: { version: number; lifeVersion: number }) => [
  version,
  lifeVersion,
];

describe('an alarm', () => {
  it('takes its severity from the report, else from its type', () => {
    expect(raised().severity).toBe('major');
    expect(raised({ severity: 'warning' }).severity).toBe('warning');
  });

  it('begins active, unacknowledged and alone', () => {
    expect(raised()).toMatchObject({
      state: 'active',
      ack: { state: 'unacknowledged' },
      clearedAt: null,
      clearedBy: null,
      correlation: { role: 'standalone', rootIds: [], rule: null },
      text: '',
      info: {},
    });
    expect(versions(raised())).toEqual([1, 1]);
  });

  it('is not cleared before it was raised, and not stale afterwards', () => {
    const cleared = clear(markStale(raised(), true), 50, 'report');
    expect(cleared).toMatchObject({ state: 'cleared', clearedAt: 100, clearedBy: 'report', stale: false });
  });

  it('lives on with new details, while a count only moves its version', () => {
    expect(versions(update(raised(), { text: 'x' }, 3))).toEqual([2, 2]);
    expect(versions(update(raised(), {}, 3))).toEqual([2, 1]);
    expect(versions(markStale(raised(), true))).toEqual([2, 1]);
    expect(versions(remark(raised()))[0]).toBe(2);
  });

  it('is the same object where nothing is new', () => {
    const alarm = raised({ info: { a: [1, { b: 2 }] }, text: 't' });
    expect(update(alarm, { info: { a: [1, { b: 2 }] }, text: 't', severity: 'major' }, 2)).toBe(alarm);
    expect(update(alarm, {}, 2)).toBe(alarm);
  });
});
