import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { BerReader } from './ber-reader.js';
import { berInteger, berOid, berValue } from './ber-writer.js';

describe('writing BER', () => {
  it('gives integers that are read back as they were', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(2 ** 31), max: 2 ** 31 - 1 }), (value) => {
        expect(new BerReader(berInteger(value)).integer('it')).toBe(value);
      }),
    );
  });

  it.each([
    [0, '020100'],
    [127, '02017f'],
    [128, '02020080'],
    [-1, '0201ff'],
    [-128, '020180'],
    [-129, '0202ff7f'],
  ])('writes %i in as few bytes as there may be', (value, hex) => {
    expect(Buffer.from(berInteger(value)).toString('hex')).toBe(hex);
  });

  it('gives OIDs that are read back as they were', () => {
    const arcs = fc.array(fc.integer({ min: 0, max: 2 ** 32 - 1 }), { maxLength: 60 });
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 39 }), arcs, (second, rest) => {
        const oid = ['1', second, ...rest].join('.');
        expect(new BerReader(berOid(oid)).oid('it')).toBe(oid);
      }),
    );
  });

  it('writes lengths beyond 127 in the long form', () => {
    expect([...berValue(4, new Uint8Array(300)).subarray(0, 4)]).toEqual([4, 0x82, 1, 44]);
  });
});
