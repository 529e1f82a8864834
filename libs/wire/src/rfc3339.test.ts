import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatInstant, parseInstant } from './rfc3339.js';

const LAST = Date.parse('9999-12-31T23:59:59.999Z');

describe('RFC 3339 times', () => {
  it('come back as they were written', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: LAST }), (at) => {
        expect(parseInstant(formatInstant(at))).toBe(at);
      }),
    );
  });

  it('mean the same with any offset', () => {
    const offset = fc.integer({ min: -23 * 60 - 59, max: 23 * 60 + 59 });
    fc.assert(
      fc.property(fc.integer({ min: 86_400_000, max: LAST - 86_400_000 }), offset, (at, minutes) => {
        const size = Math.abs(minutes);
        const two = (value: number) => String(value).padStart(2, '0');
        const zone = `${minutes < 0 ? '-' : '+'}${two(Math.floor(size / 60))}:${two(size % 60)}`;
        const local = formatInstant(at + minutes * 60_000).replace('Z', zone);
        expect(parseInstant(local)).toBe(at);
      }),
    );
  });

  it.each([
    ['2026-11-23T14:00:00Z', '2026-11-23T14:00:00.000Z'],
    ['2026-11-23t14:00:00.5z', '2026-11-23T14:00:00.500Z'],
    ['2026-11-23 14:00:00.123456789+08:00', '2026-11-23T06:00:00.123Z'],
    ['2024-02-29T00:00:00.000Z', '2024-02-29T00:00:00.000Z'],
    ['2016-12-31T23:59:60.000Z', '2017-01-01T00:00:00.000Z'],
    ['1969-12-31T23:30:00-01:00', '1970-01-01T00:30:00.000Z'],
  ])('%s is %s', (text, utc) => {
    expect(parseInstant(text)).toBe(Date.parse(utc));
  });

  it.each([
    '',
    'now',
    '2026-11-23',
    '2026-11-23T14:00:00',
    '2026-02-30T00:00:00.000Z',
    '2023-02-29T00:00:00.000Z',
    '2026-13-01T00:00:00.000Z',
    '2026-00-01T00:00:00.000Z',
    '2026-01-00T00:00:00.000Z',
    '2026-11-23T24:00:00.000Z',
    '2026-11-23T14:60:00.000Z',
    '2026-11-23T14:00:61.000Z',
    '2026-11-23T14:00:0a.000Z',
    '2026-11-23T14:00:00.000+24:00',
    '2026-11-23T14:00:00.000+0800',
    '1969-12-31T23:59:59.999Z',
    '0075-01-01T00:00:00.000Z',
    '9999-12-31T23:59:59.999-00:01',
    '10000-01-01T00:00:00Z',
    '2026-11-23T14:00:00.Z',
    ' 2026-11-23T14:00:00Z',
    '２０２６-11-23T14:00:00.000Z',
  ])('%j is no time', (text) => {
    expect(parseInstant(text)).toBeUndefined();
  });
});
