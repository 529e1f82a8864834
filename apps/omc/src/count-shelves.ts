import { endsSoon, type ListedShelf, shelfStateOf } from '@omc/alarm';

/** How many shelves are active, and how many of them end soon. */
export function countShelves(shelves: readonly ListedShelf[], now: number) {
  const active = shelves.filter(({ shelf }) => shelfStateOf(shelf, now) === 'active');
  return { active: active.length, endsSoon: active.filter(({ shelf }) => endsSoon(shelf, now)).length };
}
