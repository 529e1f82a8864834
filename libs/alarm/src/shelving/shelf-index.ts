import type { ShelfMatch } from './shelf.js';
import { type Shelvable, shelfMatches } from './shelf-matches.js';

interface Indexed {
  readonly shelf: { readonly match: ShelfMatch };
}

/** The shelves in force, so that an alarm is held only against those that may hide it. */
export class ShelfIndex<Item extends Indexed> {
  readonly #byPlace = new Map<string, Set<Item>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  add(item: Item): void {
    this.#size += 1;
    for (const place of placesOf(item.shelf.match)) {
      const items = this.#byPlace.get(place);
      if (items === undefined) this.#byPlace.set(place, new Set([item]));
      else items.add(item);
    }
  }

  remove(item: Item): void {
    this.#size -= 1;
    for (const place of placesOf(item.shelf.match)) {
      const items = this.#byPlace.get(place);
      items?.delete(item);
      if (items?.size === 0) this.#byPlace.delete(place);
    }
  }

  /** Those that hide an alarm of an NE in that subnet. */
  hiding(alarm: Shelvable, subnet: string | undefined): readonly Item[] {
    const found: Item[] = [];
    for (const place of [
      `ne ${alarm.ne}`,
      `object ${alarm.object}`,
      `type ${alarm.alarmId}`,
      `subnet ${subnet ?? ''}`,
      `severity ${alarm.severity}`,
    ])
      for (const item of this.#byPlace.get(place) ?? NONE)
        if (shelfMatches(item.shelf.match, alarm, subnet)) found.push(item as Item);
    return found;
  }
}

const NONE: readonly never[] = [];

/** Where a shelf is looked for: under its most telling member. */
function placesOf({ ne, object, alarmId, subnet, severity }: ShelfMatch): readonly string[] {
  if (ne !== undefined) return [`ne ${ne}`];
  if (object !== undefined && object !== '') return [`object ${object}`];
  if (alarmId !== undefined) return [...new Set(alarmId)].map((id) => `type ${id}`);
  if (subnet !== undefined) return [`subnet ${subnet}`];
  if (object !== undefined) return [`object ${object}`];
  return [...new Set(severity)].map((name) => `severity ${name}`);
}
