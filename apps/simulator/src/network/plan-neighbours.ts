import type { Random } from '../random.js';

const CHORD_PROBABILITY = 0.4;
const FARTHEST = 5;

/** Who is whose neighbour, by index, always mutual: along a ring, with some shortcuts. */
export function planNeighbours(nes: number, random: Random): readonly (readonly number[])[] {
  const neighbours = Array.from({ length: nes }, () => new Set<number>());
  const connect = (one: number, other: number) => {
    if (one === other) return;
    neighbours[one]?.add(other);
    neighbours[other]?.add(one);
  };
  for (let index = 0; index < nes; index += 1) {
    connect(index, (index + 1) % nes);
    if (random.chance(CHORD_PROBABILITY)) connect(index, (index + random.whole(2, FARTHEST)) % nes);
  }
  return neighbours.map((set) => [...set].sort((one, other) => one - other));
}
