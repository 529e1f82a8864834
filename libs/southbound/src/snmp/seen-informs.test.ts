import { describe, expect, it } from 'vitest';
import { SeenInforms } from './seen-informs.js';

describe('seen informs', () => {
  it('are new once, wait for their commit, then are committed', () => {
    const seen = new SeenInforms();
    expect(seen.hear('a', 0)).toBe('new');
    expect(seen.hear('a', 1)).toBe('waiting');
    seen.commit('a');
    expect(seen.hear('a', 299_999)).toBe('committed');
  });

  it('are forgotten after five minutes, or when asked', () => {
    const seen = new SeenInforms();
    seen.hear('a', 0);
    expect(seen.hear('a', 300_000)).toBe('new');
    seen.forget('a');
    expect(seen.hear('a', 300_001)).toBe('new');
  });

  it('are forgotten from the oldest where there are too many', () => {
    const seen = new SeenInforms();
    for (let index = 0; index < 20_001; index++) seen.hear(`${index}`, 0);
    expect(seen.hear('20000', 0)).toBe('waiting');
    expect(seen.hear('0', 0)).toBe('new');
  });
});
