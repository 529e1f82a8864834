import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Instants } from './instants.js';

// The same stories each time; they were tried with many other seeds.
fc.configureGlobal({ seed: 20261123 });

describe('instants', () => {
  it('finds the most within a span as counting every window does', () => {
    const step = fc.record({ at: fc.nat({ max: 40 }), out: fc.boolean() });
    fc.assert(
      fc.property(fc.array(step), fc.nat({ max: 10 }), (steps, span) => {
        const instants = new Instants();
        const plain: number[] = [];
        for (const { at, out } of steps) {
          if (out) {
            instants.remove(at);
            if (plain.includes(at)) plain.splice(plain.indexOf(at), 1);
          } else {
            instants.add(at);
            plain.push(at);
          }
        }
        const windows = plain.map((from) => ({
          sinceAt: from,
          count: plain.filter((at) => at >= from && at <= from + span).length,
        }));
        const [most] = windows.sort((a, b) => b.count - a.count || a.sinceAt - b.sinceAt);
        expect(instants.mostWithin(span)).toEqual(most ?? { count: 0, sinceAt: Number.NaN });
        expect(instants.count).toBe(plain.length);
      }),
    );
  });
});
