import { type SchedulerLike, Subscription } from 'rxjs';
import type { Disturbance } from '../faults/disturbances.js';
import type { Happening } from '../faults/step.js';

/** Lets disturbances happen, in real time at the given speed, until the subscription is ended. */
export function play(
  disturbances: Iterator<Disturbance>,
  speed: number,
  scheduler: SchedulerLike,
  happen: (what: Happening) => void,
): Subscription {
  const timers = new Subscription();
  const after = (delayMs: number, work: () => void) => {
    const timer = scheduler.schedule(() => {
      timers.remove(timer);
      work();
    }, delayMs / speed);
    timers.add(timer);
  };
  const strikeNext = () => {
    const next = disturbances.next();
    if (next.done === true) return;
    after(next.value.gapMs, () => {
      for (const { afterMs, what } of next.value.steps) after(afterMs, () => happen(what));
      strikeNext();
    });
  };
  strikeNext();
  return timers;
}
