import { type SchedulerLike, Subscription } from 'rxjs';
import type { PhysicalFault } from '../physics/physical-fault.js';
import type { World } from '../physics/world.js';

/**
 * Lets faults befall a world, in real time at the given speed, until the subscription is ended or nothing is left
 * to happen, which `over` is told of.
 */
export function play(
  world: World,
  faults: Iterator<PhysicalFault>,
  speed: number,
  scheduler: SchedulerLike,
  over: () => void = () => undefined,
): Subscription {
  const playing = new Subscription();
  const startedAt = scheduler.now();
  let coming = faults.next();
  const passTo = (now: number) => {
    for (; coming.done !== true && coming.value.fromMs <= now; coming = faults.next()) {
      world.advance(coming.value.fromMs);
      world.strike(coming.value);
    }
    world.advance(now);
  };
  const wait = () => {
    const dueAt = Math.min(
      coming.done === true ? Number.POSITIVE_INFINITY : coming.value.fromMs,
      world.nextAt ?? Number.POSITIVE_INFINITY,
    );
    if (dueAt === Number.POSITIVE_INFINITY) {
      over();
      return;
    }
    const elapsed = () => (scheduler.now() - startedAt) * speed;
    const timer = scheduler.schedule(
      () => {
        playing.remove(timer);
        passTo(Math.max(dueAt, elapsed()));
        wait();
      },
      Math.max(0, (dueAt - elapsed()) / speed),
    );
    playing.add(timer);
  };
  wait();
  return playing;
}
