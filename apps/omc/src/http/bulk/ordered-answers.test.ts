import { PassThrough } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { OrderedAnswers } from './ordered-answers.js';

const MOST_LINES = 1_000;

/** An answer that is given when the test says so. */
function later(answer: object): { readonly promise: Promise<object>; give(): void } {
  let give!: () => void;
  const promise = new Promise<object>((resolve) => {
    give = () => resolve(answer);
  });
  return { promise, give };
}

async function isSettled(promise: Promise<void>): Promise<boolean> {
  let settled = false;
  void promise.then(() => {
    settled = true;
  });
  for (let turn = 0; turn < 5; turn++) await nextTurn();
  return settled;
}

describe('answers to many lines', () => {
  it('come in the order of the lines, each as soon as it is there', async () => {
    const reader = new PassThrough({ encoding: 'utf8' });
    const answers = new OrderedAnswers(reader);
    const [one, two, three] = [later({ n: 1 }), later({ n: 2 }), later({ n: 3 })];
    for (const { promise } of [one, two, three]) answers.add(promise, 1);
    two.give();
    await nextTurn();
    expect(reader.read()).toBeNull();
    one.give();
    await nextTurn();
    expect(reader.read()).toBe('{"n":1}\n{"n":2}\n');
    three.give();
    await answers.end();
    expect([reader.read(), reader.writableEnded]).toEqual(['{"n":3}\n', true]);
  });

  it('are waited for once so many are under way', async () => {
    const answers = new OrderedAnswers(new PassThrough());
    const waiting = Array.from({ length: MOST_LINES }, (_, n) => later({ n }));
    for (const { promise } of waiting) {
      expect(await isSettled(answers.room())).toBe(true);
      answers.add(promise, 1);
    }
    const room = answers.room();
    expect(await isSettled(room)).toBe(false);
    waiting[0]?.give();
    await room;
  });

  it('are waited for once the lines under way are long', async () => {
    const answers = new OrderedAnswers(new PassThrough());
    const [one, two] = [later({ n: 1 }), later({ n: 2 })];
    answers.add(one.promise, 4 * 2 ** 20);
    await answers.room();
    answers.add(two.promise, 4 * 2 ** 20);
    const room = answers.room();
    expect(await isSettled(room)).toBe(false);
    one.give();
    await room;
  });

  it('wait for a slow reader, and for none who went away', async () => {
    const reader = new PassThrough({ highWaterMark: 1 });
    const answers = new OrderedAnswers(reader);
    for (let n = 0; n < MOST_LINES; n++) answers.add(Promise.resolve({ n }), 1);
    const room = answers.room();
    expect(await isSettled(room)).toBe(false);
    expect(answers.isRead).toBe(true);
    reader.destroy();
    await room;
    await answers.end();
    expect(answers.isRead).toBe(false);
  });
});
