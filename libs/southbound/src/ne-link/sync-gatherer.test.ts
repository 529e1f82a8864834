import { describe, expect, it } from 'vitest';
import { MAX_SYNC_FAULTS, SyncGatherer } from './sync-gatherer.js';

const fault = { object: 'Cell=1', alarmId: 29240, since: 0 };

function gatherer() {
  const asked: number[] = [];
  const sync = new SyncGatherer((id) => asked.push(id));
  const hear = (id: number, seq: number, more = false, faults = [fault], length = 100) =>
    sync.hear({ t: 'sync', id, seq, faults, more }, length);
  return { asked, sync, hear };
}

describe('a sync', () => {
  it('is asked for once at a time', () => {
    const { asked, sync, hear } = gatherer();
    sync.request();
    sync.request();
    expect(asked).toEqual([1]);
    expect(hear(1, 5)).toEqual({ seq: 5, faults: [fault], length: 100 });
    sync.request();
    expect(asked).toEqual([1, 2]);
  });

  it('is put together from its parts, and counts as far as all of them reach', () => {
    const { sync, hear } = gatherer();
    sync.request();
    expect(hear(1, 5, true)).toBe('more');
    expect(hear(1, 7)).toEqual({ seq: 5, faults: [fault, fault], length: 200 });
  });

  it('that nobody asked for is none', () => {
    const { sync, hear } = gatherer();
    expect(hear(1, 5)).toBe('not asked for');
    sync.request();
    expect(hear(2, 5)).toBe('not asked for');
  });

  it('is asked for again only where nothing came since the last handshake', () => {
    const { asked, sync, hear } = gatherer();
    sync.request();
    hear(1, 5, true);
    sync.remind();
    expect(asked).toEqual([1]);
    sync.remind();
    expect(asked).toEqual([1, 2]);
    expect(hear(2, 6)).toEqual({ seq: 6, faults: [fault], length: 100 });
    sync.remind();
    expect(asked).toEqual([1, 2]);
  });

  it('that does not reach a hole that was found meanwhile is asked for again, later', () => {
    const { asked, sync, hear } = gatherer();
    sync.request();
    sync.request(9);
    expect(hear(1, 5)).toEqual({ seq: 5, faults: [fault], length: 100 });
    expect(asked).toEqual([1]);
    sync.remind();
    hear(2, 9);
    sync.remind();
    expect(asked).toEqual([1, 2]);
  });

  it('has a bound', () => {
    const { sync, hear } = gatherer();
    sync.request();
    const many = Array.from({ length: MAX_SYNC_FAULTS }, () => fault);
    expect(hear(1, 5, true, many)).toBe('more');
    expect(hear(1, 5)).toBe('too large');
  });

  it('whose parts are too long together is no answer, however few faults they name', () => {
    const { sync, hear } = gatherer();
    sync.request();
    for (let part = 0; part < 256; part++) expect(hear(1, 5, true, [], 65_536)).toBe('more');
    expect(hear(1, 5, true, [], 1)).toBe('too large');
  });
});
