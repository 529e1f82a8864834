import { describe, expect, it } from 'vitest';
import { EventRing } from './event-ring.js';

const event = { time: 0, object: 'Cell=1', alarmId: 29240, state: 'fault' } as const;

function ringOf(capacity: number, events: number): EventRing {
  const ring = new EventRing(capacity);
  for (let count = 0; count < events; count += 1) ring.append(event);
  return ring;
}

function held(ring: EventRing, seq = 0): number[] {
  const numbers: number[] = [];
  for (let next = ring.after(seq); next !== undefined; next = ring.after(next.seq)) numbers.push(next.seq);
  return numbers;
}

describe('the ring of held events', () => {
  it('numbers from 1 and gives events after a number in order', () => {
    const ring = ringOf(10, 5);
    expect(held(ring)).toEqual([1, 2, 3, 4, 5]);
    expect(held(ring, 3)).toEqual([4, 5]);
  });

  it('drops what is acknowledged', () => {
    const ring = ringOf(10, 5);
    ring.dropTo(3);
    expect(held(ring)).toEqual([4, 5]);
    expect([ring.firstSeq, ring.lastSeq]).toEqual([4, 5]);
  });

  it('drops the oldest when it is full, and its first number rises', () => {
    const ring = ringOf(4, 10);
    expect(held(ring)).toEqual([7, 8, 9, 10]);
    expect(ring.firstSeq).toBe(7);
  });

  it('holds nothing, with the next number as its first, when all is acknowledged', () => {
    const ring = ringOf(4, 10);
    ring.dropTo(10);
    expect(held(ring)).toEqual([]);
    expect([ring.firstSeq, ring.lastSeq]).toEqual([11, 10]);
    ring.append(event);
    expect(held(ring)).toEqual([11]);
  });

  it('ignores an acknowledgement of numbers that it never gave', () => {
    const ring = ringOf(4, 2);
    ring.dropTo(99);
    expect([ring.firstSeq, ring.lastSeq]).toEqual([3, 2]);
  });
});
