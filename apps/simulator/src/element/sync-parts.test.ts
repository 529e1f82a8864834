import { encodeNeMessage, MAX_LINE_BYTES, type NeFault } from '@omc/wire';
import { describe, expect, it } from 'vitest';
import { syncParts } from './sync-parts.js';

function faults(count: number, text?: string): NeFault[] {
  return Array.from({ length: count }, (_, number) => ({
    object: `SctpLink=${number}`,
    alarmId: 25888,
    since: 1_800_000_000_000,
    ...(text !== undefined && { text }),
  }));
}

describe('the parts of an answer to a sync', () => {
  it('are one, empty and last, when there is no fault', () => {
    expect(syncParts(8, 57, [])).toEqual([{ t: 'sync', id: 8, seq: 57, faults: [], more: false }]);
  });

  it('name at most 500 faults each, all of them once and in order, and only the last has no more', () => {
    const all = faults(1201);
    const parts = syncParts(8, 57, all);
    expect(parts.map((part) => part.faults.length)).toEqual([500, 500, 201]);
    expect(parts.flatMap((part) => part.faults)).toEqual(all);
    expect(parts.map((part) => part.more)).toEqual([true, true, false]);
    expect(new Set(parts.map(({ id, seq }) => `${id} ${seq}`))).toEqual(new Set(['8 57']));
  });

  it('fit a line of the link, also where texts are long and not ASCII', () => {
    const all = faults(600, '射频单元'.repeat(40));
    const parts = syncParts(1, 1, all);
    const lengths = parts.map((part) => Buffer.byteLength(encodeNeMessage(part).trimEnd()));
    expect(Math.max(...lengths)).toBeLessThanOrEqual(MAX_LINE_BYTES);
    expect(parts.flatMap((part) => part.faults)).toEqual(all);
    expect(parts.length).toBeGreaterThan(2);
  });
});
