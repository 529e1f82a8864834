import type { JournalEntry } from '@omc/alarm';
import { expect, it } from 'vitest';
import { CommittedPositions } from './committed-positions.js';

const position = (ne: string, ackedSeq: number): JournalEntry => ({
  seq: 1,
  kind: 'position',
  ne,
  at: 0,
  epoch: 'e',
  ackedSeq,
  seenSeq: ackedSeq,
});

it('tells how far the committed batches go, whatever the writer has decided since', () => {
  const writer = { nes: new Map([['a', { id: 'a', kind: 'link' as const, host: 'h', port: 1 }]]), acked: 3 };
  const positions = new CommittedPositions({
    nes: writer.nes,
    positionOf: () => ({ epoch: 'e', ackedSeq: writer.acked, seenSeq: writer.acked }),
  });
  writer.acked = 9;
  expect(positions.of('a')?.ackedSeq).toBe(3);
  positions.follow([position('a', 5), position('b', 1)]);
  expect(positions.of('a')).toEqual({ epoch: 'e', ackedSeq: 5, seenSeq: 5 });
  positions.follow([{ seq: 2, kind: 'removed', ne: 'a', at: 0 }]);
  expect(positions.of('a')).toBeUndefined();
  expect(positions.of('b')?.ackedSeq).toBe(1);
});
