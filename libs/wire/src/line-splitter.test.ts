import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { LineSplitter } from './line-splitter.js';

function linesOf(splitter: LineSplitter, chunks: readonly Uint8Array[]): string[] {
  return chunks.flatMap((chunk) => splitter.push(chunk).lines);
}

describe('the line splitter', () => {
  it('finds the same lines wherever the chunks are cut', () => {
    const line = fc.string({ unit: 'grapheme', maxLength: 30 }).map((text) => text.replace(/[\r\n]/g, ''));
    const ending = fc.constantFrom('\n', '\r\n');
    const cuts = fc.array(fc.nat(400), { maxLength: 20 });
    fc.assert(
      fc.property(fc.array(fc.tuple(line, ending), { maxLength: 10 }), cuts, (parts, at) => {
        const bytes = Buffer.from(`${parts.map(([text, end]) => text + end).join('')}rest`);
        const borders = [0, ...at.filter((cut) => cut < bytes.length).sort((a, b) => a - b), bytes.length];
        const chunks = borders.slice(1).map((border, index) => bytes.subarray(borders[index], border));
        expect(linesOf(new LineSplitter(), chunks)).toEqual(parts.map(([text]) => text));
      }),
    );
  });

  it('may be fed from a buffer that is used again', () => {
    const splitter = new LineSplitter();
    const shared = Buffer.from('{"a"');
    splitter.push(shared);
    shared.fill('x');
    expect(splitter.push(Buffer.from(':1}\n')).lines).toEqual(['{"a":1}']);
  });

  it.each(['\n', '\r\n'])(
    'takes a line of exactly the limit that ends in %j, byte by byte or at once',
    (end) => {
      const bytes = Buffer.from(`12345678${end}`);
      expect(new LineSplitter(8).push(bytes)).toEqual({ lines: ['12345678'], overlong: false });
      const splitter = new LineSplitter(8);
      expect(
        linesOf(
          splitter,
          [...bytes].map((byte) => Uint8Array.of(byte)),
        ),
      ).toEqual(['12345678']);
      expect(splitter.push(Buffer.from('x\n'))).toEqual({ lines: ['x'], overlong: false });
    },
  );

  it.each([
    ['at once', ['ok\n123456789\nlater\n']],
    ['without an end', ['ok\n', '12345', '6789']],
    ['with its end late', ['ok\n', '12345678', '9\n']],
    ['by a CR that ends nothing', ['ok\n', '12345678\r', '9\n']],
  ])('reports a line over the limit %s, and reads nothing after it', (_, chunks) => {
    const splitter = new LineSplitter(8);
    expect(
      linesOf(
        splitter,
        chunks.map((chunk) => Buffer.from(chunk)),
      ),
    ).toEqual(['ok']);
    expect(splitter.push(Buffer.from('x\n'))).toEqual({ lines: [], overlong: true });
  });

  it.each([1, 3, 7, 900])('keeps how a line over the limit begins, fed %i bytes at a time', (size) => {
    const splitter = new LineSplitter(900);
    const bytes = Buffer.from(`ok\n${'小'.repeat(400)}\n`);
    for (let from = 0; from < bytes.length; from += size) splitter.push(bytes.subarray(from, from + size));
    expect(splitter.overlongStart).toBe('小'.repeat(200));
  });

  it('counts the limit in bytes', () => {
    expect(new LineSplitter(8).push(Buffer.from('小区小\n')).overlong).toBe(true);
  });
});
