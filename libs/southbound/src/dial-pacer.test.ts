import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { DialPacer } from './dial-pacer.js';

function dialledAt(perSecond: number, requests: number): number[] {
  const scheduler = new VirtualTimeScheduler();
  const pacer = new DialPacer(perSecond, scheduler);
  const at: number[] = [];
  for (let index = 0; index < requests; index++) pacer.request(() => at.push(scheduler.now()));
  scheduler.flush();
  return at;
}

describe('the pace of dials', () => {
  it('is at most what is allowed in any second, and hardly less', () => {
    const at = dialledAt(1000, 3000);
    expect(at).toHaveLength(3000);
    for (const [index, start] of at.entries())
      expect(at.slice(index).filter((each) => each < start + 1000).length).toBeLessThanOrEqual(1021);
    expect(at.at(-1)).toBeLessThanOrEqual(3000);
  });

  it('lets few dial at once', () => {
    expect(dialledAt(1000, 20)).toEqual(Array.from({ length: 20 }, () => 0));
  });

  it('may be slower than one a second', () => {
    expect(dialledAt(0.5, 3)).toEqual([0, 2000, 4000]);
  });

  it('leaves out what was taken back', () => {
    const scheduler = new VirtualTimeScheduler();
    const pacer = new DialPacer(1, scheduler);
    const dialled: string[] = [];
    pacer.request(() => dialled.push('first'));
    const takeBack = pacer.request(() => dialled.push('second'));
    pacer.request(() => dialled.push('third'));
    takeBack();
    scheduler.flush();
    expect(dialled).toEqual(['first', 'third']);
  });
});
