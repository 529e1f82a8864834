import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import { CatchingUp } from './catching-up.js';

/** What happens at which millisecond; gives when the NE was caught up with. */
function caughtUpAt(
  story: Record<number, (catchingUp: CatchingUp) => void>,
  isIdle: (at: number) => boolean = () => true,
): number[] {
  const scheduler = new VirtualTimeScheduler();
  const told: number[] = [];
  const catchingUp = new CatchingUp({
    scheduler,
    isIdle: () => isIdle(scheduler.now()),
    caughtUp: () => told.push(scheduler.now()),
  });
  for (const [at, happens] of Object.entries(story))
    scheduler.schedule(() => happens(catchingUp), Number(at));
  scheduler.flush();
  return told;
}

describe('catching up with an NE that was not read', () => {
  it('is done once nothing more came for a while', () => {
    expect(
      caughtUpAt({
        0: (each) => each.begin(),
        90: (each) => each.read(-1000),
        180: (each) => each.read(-500),
      }),
    ).toEqual([280]);
  });

  it('is done with the first event that happened since, whatever comes behind it', () => {
    expect(
      caughtUpAt({
        1000: (each) => each.begin(),
        1080: (each) => each.read(990),
        1090: (each) => each.read(1051),
        1100: (each) => each.read(1100),
      }),
    ).toEqual([1090]);
  });

  it('is not done while something that was received waits', () => {
    expect(caughtUpAt({ 0: (each) => each.begin() }, (at) => at >= 250)).toEqual([300]);
  });

  it('begins anew when the NE is not read once more', () => {
    expect(
      caughtUpAt({ 0: (each) => each.begin(), 50: (each) => each.stop(), 500: (each) => each.begin() }),
    ).toEqual([600]);
  });

  it('has nothing to do with an NE that was always read', () => {
    expect(caughtUpAt({ 0: (each) => each.read(0) })).toEqual([]);
  });
});
