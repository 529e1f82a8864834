import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Deadlines, type Waiting } from './deadlines.js';

// The same stories each time; they were tried with many other seeds.
fc.configureGlobal({ seed: 20261123 });

const ITEMS = 12;

type Step =
  | { readonly do: 'set'; readonly item: number; readonly dueAt: number }
  | { readonly do: 'drop'; readonly item: number }
  | { readonly do: 'take'; readonly now: number };

const item = fc.nat({ max: ITEMS - 1 });
const instant = fc.nat({ max: 20 });
const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ do: fc.constant('set' as const), item, dueAt: instant }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('drop' as const), item }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('take' as const), now: instant }) },
);

const waiting = (): Waiting => ({ dueAt: Number.POSITIVE_INFINITY, place: -1 });

/** Deadlines beside a plain list that is searched each time. */
class Compared {
  readonly #items = Array.from({ length: ITEMS }, waiting);
  readonly #deadlines = new Deadlines<Waiting>();
  readonly #list = new Map<Waiting, number>();

  follow(step: Step): void {
    if (step.do === 'take') this.#take(step.now);
    else if (step.do === 'drop') this.#drop(this.#items[step.item] ?? waiting());
    else this.#set(this.#items[step.item] ?? waiting(), step.dueAt);
    expect([this.#deadlines.nextAt, this.#deadlines.size]).toEqual([this.#earliest, this.#list.size]);
  }

  expectPlaces(): void {
    for (const [each, dueAt] of this.#list) expect(each.dueAt).toBe(dueAt);
    for (const each of this.#items) expect(each.place >= 0).toBe(this.#list.has(each));
  }

  get #earliest(): number | undefined {
    return this.#list.size === 0 ? undefined : Math.min(...this.#list.values());
  }

  #set(item: Waiting, dueAt: number): void {
    this.#deadlines.set(item, dueAt);
    this.#list.set(item, dueAt);
  }

  #drop(item: Waiting): void {
    this.#deadlines.drop(item);
    this.#list.delete(item);
  }

  /** Of equals any may come first. */
  #take(now: number): void {
    const due = this.#earliest;
    const taken = this.#deadlines.take(now);
    expect(taken && this.#list.get(taken)).toBe(due !== undefined && due <= now ? due : undefined);
    if (taken !== undefined) this.#list.delete(taken);
  }
}

describe('deadlines', () => {
  it('give the same as a plain list that is searched each time', () => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 120 }), (steps) => {
        const compared = new Compared();
        for (const each of steps) compared.follow(each);
        compared.expectPlaces();
      }),
      { numRuns: 400 },
    );
  });

  it('come out in order, however they went in', () => {
    const deadlines = new Deadlines<Waiting>();
    const dues = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1009);
    for (const dueAt of dues) deadlines.set(waiting(), dueAt);
    const taken = dues.map(() => deadlines.take(2000)?.dueAt);
    expect(taken).toEqual([...dues].sort((a, b) => a - b));
    expect(deadlines.take(2000)).toBeUndefined();
  });

  it('tell all that is due, and leave it waiting', () => {
    const deadlines = new Deadlines<Waiting>();
    const dues = Array.from({ length: 1000 }, (_, i) => (i * 7919) % 1009);
    for (const dueAt of dues) deadlines.set(waiting(), dueAt);
    const due = [...deadlines.due(300)].map(({ dueAt }) => dueAt);
    expect(due.sort((a, b) => a - b)).toEqual(dues.filter((at) => at <= 300).sort((a, b) => a - b));
    expect(deadlines.size).toBe(1000);
  });
});
