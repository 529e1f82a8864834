import { describe, expect, it } from 'vitest';
import { hasRestarted } from './up-time.js';

const MINUTE_MS = 60_000;
const TICKS_PER_MINUTE = 6_000;

describe('sysUpTime', () => {
  const look = (before: number, after: number, ms = MINUTE_MS) =>
    hasRestarted({ ticks: before, at: 1_000 }, { ticks: after, at: 1_000 + ms });

  it('goes on with the clock: no restart', () => {
    expect(look(100_000, 100_000 + TICKS_PER_MINUTE)).toBe(false);
  });

  it('is a little early or late: no restart', () => {
    expect(look(100_000, 100_000 + TICKS_PER_MINUTE - 900)).toBe(false);
    expect(look(100_000, 100_000 + TICKS_PER_MINUTE + 900)).toBe(false);
  });

  it('falls back: a restart', () => {
    expect(look(100_000, 2_000)).toBe(true);
    expect(look(100_000, 99_000)).toBe(true);
  });

  it('is higher than before, but lower than the time that passed: a restart', () => {
    expect(look(1_000, 6_000, 10 * MINUTE_MS)).toBe(true);
  });

  it('wraps at 2^32: no restart', () => {
    expect(look(2 ** 32 - 3_000, 3_000)).toBe(false);
    expect(look(2 ** 32 - 1, TICKS_PER_MINUTE - 1)).toBe(false);
  });

  it('falls back shortly before it would wrap: a restart', () => {
    expect(look(2 ** 32 - 500_000, 3_000)).toBe(true);
  });

  it('jumps ahead, which no restart does', () => {
    expect(look(100_000, 900_000)).toBe(false);
  });
});
