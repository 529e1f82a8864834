import { beforeEach, expect, test } from 'vitest';
import { pacedFrames } from './paced-frames.js';

const FRAME_MS = 16;
let now = 0;
let usedAt = Number.NEGATIVE_INFINITY;
let due: { at: number; run: () => void }[] = [];
const later = (run: () => void, ms: number) => {
  due.push({ at: now + ms, run });
};

beforeEach(() => {
  [now, usedAt, due] = [0, Number.NEGATIVE_INFINITY, []];
});

function pace(): (run: () => void) => void {
  return pacedFrames({
    now: () => now,
    usedAt: () => usedAt,
    onFrame: (run) => later(run, FRAME_MS - (now % FRAME_MS)),
    afterFrame: (run) => run(),
    later,
  });
}

/** Lets the time pass until there is nothing left to do. */
function settle(): void {
  for (let next = takeNext(); next; next = takeNext()) {
    now = Math.max(now, next.at);
    next.run();
  }
}

function takeNext(): { at: number; run: () => void } | undefined {
  const [first] = [...due].sort((a, b) => a.at - b.at);
  due = due.filter((each) => each !== first);
  return first;
}

/** When each of some works began, where each is asked for as soon as the one before is done. */
function beginnings(works: number, costMs: number): number[] {
  const paced = pace();
  const began: number[] = [];
  const work = () => {
    began.push(now);
    now += costMs;
    if (began.length < works) later(() => paced(work), 0);
  };
  paced(work);
  settle();
  return began;
}

test('what costs nothing has every frame', () => {
  expect(beginnings(4, 0)).toEqual([16, 32, 48, 64]);
});

test('after what costs much comes nine times as long without', () => {
  const [first = 0, second = 0, third = 0] = beginnings(3, 100);
  expect(second - first).toBeGreaterThanOrEqual(1_000);
  expect(second - first).toBeLessThan(1_000 + 2 * FRAME_MS);
  expect(third - second).toBeGreaterThanOrEqual(1_000);
});

test('no rest is longer than two seconds', () => {
  const [first = 0, second = 0] = beginnings(2, 3_000);
  expect(second - first - 3_000).toBeLessThan(2_000 + 2 * FRAME_MS);
});

test('waits until a burst of keys is over', () => {
  const began: number[] = [];
  now = 1_000;
  usedAt = 990;
  for (const at of [1_100, 1_200]) due.push({ at, run: () => (usedAt = at) });
  pace()(() => began.push(now));
  settle();
  expect(began).toEqual([Math.ceil(1_451 / FRAME_MS) * FRAME_MS]);
});

test('whoever does not let go of a key sees changes all the same', () => {
  usedAt = 0;
  for (let at = 30; at < 3_000; at += 30) due.push({ at, run: () => (usedAt = at) });
  const began: number[] = [];
  pace()(() => began.push(now));
  settle();
  expect(began[0]).toBeGreaterThanOrEqual(1_000);
  expect(began[0]).toBeLessThan(1_000 + 2 * FRAME_MS);
});
