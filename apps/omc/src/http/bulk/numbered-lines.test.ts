import { Readable } from 'node:stream';
import { describe, expect, it } from 'vitest';
import { numberedLines } from './numbered-lines.js';

async function linesOf(body: string, chunkBytes: number, mostBytes = 10) {
  const bytes = Buffer.from(body);
  const chunks: Buffer[] = [];
  for (let at = 0; at < bytes.length; at += chunkBytes) chunks.push(bytes.subarray(at, at + chunkBytes));
  const lines = [];
  for await (const { number, text } of numberedLines(Readable.from(chunks), mostBytes))
    lines.push([number, text]);
  return lines;
}

describe('the lines of a body', () => {
  it.each([1, 3, 1000])(
    'are numbered as an editor does, however they come (%i bytes at a time)',
    async (n) => {
      expect(await linesOf('a\r\n\n 小\n  \nlast', n)).toEqual([
        [1, 'a'],
        [3, ' 小'],
        [5, 'last'],
      ]);
      expect(await linesOf('a\n', n)).toEqual([[1, 'a']]);
      expect(await linesOf('', n)).toEqual([]);
    },
  );

  it.each([1, 1000])('end at one that is too long (%i bytes at a time)', async (n) => {
    expect(await linesOf('a\n0123456789\n0123456789x\nb\n', n)).toEqual([
      [1, 'a'],
      [2, '0123456789'],
      [3, undefined],
    ]);
  });
});
