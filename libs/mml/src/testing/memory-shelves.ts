import type { ListedShelf } from '@omc/alarm';
import type { ShelfScope, ShelfToAdd } from '../backend.js';
import type { BackendResult } from '../backend-result.js';

const NOW = Date.UTC(2026, 10, 23, 14, 0, 0, 999);

/** Shelves that live in memory and hide nothing; none longer than a week. */
export class MemoryShelves {
  #shelves: ListedShelf[] = [];

  add({ minutes, reason, alarmId, ...place }: ShelfToAdd, owner: string): BackendResult<ListedShelf> {
    if (minutes > 7 * 1440)
      return { ok: false, refused: 'invalid', field: 'minutes', reason: 'must not be later than a week' };
    const shelf = {
      id: `shelf-${this.#shelves.length + 1}`,
      match: { ...place, ...(alarmId === undefined ? {} : { alarmId: [alarmId] }) },
      fromAt: NOW,
      untilAt: NOW + minutes * 60_000,
      untilCleared: false,
      reason,
      owner,
      createdAt: NOW,
    };
    this.#shelves.push({ shelf, hides: 0 });
    return { ok: true, value: { shelf, hides: 0 } };
  }

  list({ alarmId, ne, object }: ShelfScope): readonly ListedShelf[] {
    return this.#shelves.filter(
      ({ shelf: { match } }) =>
        (alarmId === undefined || match.alarmId?.includes(alarmId)) &&
        (ne ?? match.ne) === match.ne &&
        (object ?? match.object) === match.object,
    );
  }

  end({ alarmId, ne, object, id }: ShelfScope & { readonly id?: string }): BackendResult<void> {
    const isMeant = ({ shelf }: ListedShelf) =>
      id === undefined
        ? shelf.match.alarmId?.[0] === alarmId && shelf.match.ne === ne && shelf.match.object === object
        : shelf.id === id;
    const left = this.#shelves.filter((listed) => !isMeant(listed));
    if (left.length === this.#shelves.length)
      return { ok: false, refused: 'not-found', reason: 'there is no such shelf' };
    this.#shelves = left;
    return { ok: true, value: undefined };
  }
}
