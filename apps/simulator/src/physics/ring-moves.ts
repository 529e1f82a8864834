import type { BranchPlan } from '../network/network-plan.js';
import type { Ailment } from './ailment.js';

/** The direction in which a unit of a ring is connected: by the ring's first port, or by its last one. */
export type Direction = 'first' | 'last';

/** A unit of a cold ring that has to move to its other direction, because of a fault. */
export interface RingMove {
  readonly rru: string;
  readonly to: Direction;
  readonly fault: string;
}

/** The units of a cold ring whose direction is lost while the other one is good. */
export function ringMoves(
  { irPorts, rrus }: BranchPlan,
  ailmentsOf: (object: string) => readonly Ailment[],
  directionOf: (rru: string) => Direction,
): readonly RingMove[] {
  return rrus.flatMap(({ object }, place) => {
    const way = {
      first: [irPorts[0] ?? '', ...rrus.slice(0, place).flatMap((rru) => [rru.object, rru.ports[1]])],
      last: [...rrus.slice(place + 1).flatMap((rru) => [rru.object, rru.ports[0]]), irPorts[1] ?? ''],
    };
    const from = directionOf(object);
    const to = from === 'first' ? 'last' : 'first';
    const broken = way[from].flatMap((part) => ailmentsOf(part)).find(isLasting);
    const isOtherGood = !way[to].some((part) => ailmentsOf(part).some(isLasting));
    return broken !== undefined && isOtherGood ? [{ rru: object, to, fault: broken.fault } as const] : [];
  });
}

/** A unit that only moves is soon there again, and weak light is light. */
function isLasting({ kind }: Ailment): boolean {
  return kind !== 'switching' && kind !== 'light-weak';
}
