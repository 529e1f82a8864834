import type { TrapRejection } from '@omc/southbound';
import type { UnmappedTrap } from '@omc/store';
import { safeText, textOfValue } from '@omc/wire';

/** Kinds of unmapped notifications that are kept, by source; beyond, the longest silent is forgotten. */
export const MAX_UNMAPPED = 1_000;
const MAX_VARBINDS = 50;
const MAX_VALUE_LENGTH = 500;

type Key = Pick<UnmappedTrap, 'source' | 'notification'>;

/** Keeps what nothing maps, counted by source and notification, and knows what is yet to be stored. */
export class UnmappedBook {
  /** The longest silent first. */
  readonly #kept = new Map<string, UnmappedTrap>();
  readonly #changed = new Set<string>();
  readonly #forgotten = new Map<string, Key>();

  constructor(stored: readonly UnmappedTrap[]) {
    for (const trap of stored) this.#keep(trap);
  }

  /** The last heard first. */
  list(): UnmappedTrap[] {
    return [...this.#kept.values()].reverse();
  }

  /** Counts a rejected notification; one that is rejected for another reason is none of these. */
  add({ notification: told, from, reason, detail }: TrapRejection, at: number): void {
    if (told === undefined) return;
    const source = from.replace(/:\d+$/, '');
    const key = keyOf({ source, notification: told.oid });
    const known = this.#kept.get(key);
    this.#keep({
      source,
      notification: told.oid,
      count: (known?.count ?? 0) + 1,
      firstAt: known?.firstAt ?? at,
      lastAt: at,
      reason,
      detail: safeText(detail.slice(0, MAX_VALUE_LENGTH)),
      varbinds: told.varbinds.slice(0, MAX_VARBINDS).map(({ oid, value }) => ({
        oid,
        value: safeText((textOfValue(value) ?? '').slice(0, MAX_VALUE_LENGTH)),
      })),
    });
    this.#changed.add(key);
  }

  /** Forgets what is mapped by now. */
  forget(isMapped: (trap: UnmappedTrap) => boolean): void {
    for (const [key, trap] of this.#kept) if (isMapped(trap)) this.#forget(key, trap);
  }

  /** What is to be stored since the last time. */
  takeChanges(): { readonly changed: UnmappedTrap[]; readonly forgotten: Key[] } {
    const changed = [...this.#changed].flatMap((key) => this.#kept.get(key) ?? []);
    const forgotten = [...this.#forgotten.values()];
    this.#changed.clear();
    this.#forgotten.clear();
    return { changed, forgotten };
  }

  /** What was taken could not be stored: it is to be stored with the next. */
  putBack({ changed, forgotten }: ReturnType<UnmappedBook['takeChanges']>): void {
    for (const trap of changed) if (this.#kept.has(keyOf(trap))) this.#changed.add(keyOf(trap));
    for (const key of forgotten) if (!this.#kept.has(keyOf(key))) this.#forgotten.set(keyOf(key), key);
  }

  #keep(trap: UnmappedTrap): void {
    const key = keyOf(trap);
    this.#kept.delete(key);
    this.#kept.set(key, trap);
    this.#forgotten.delete(key);
    if (this.#kept.size <= MAX_UNMAPPED) return;
    const [oldest, gone] = this.#kept.entries().next().value ?? [];
    if (oldest !== undefined && gone !== undefined) this.#forget(oldest, gone);
  }

  #forget(key: string, gone: Key): void {
    this.#kept.delete(key);
    this.#changed.delete(key);
    this.#forgotten.set(key, gone);
  }
}

function keyOf({ source, notification }: Key): string {
  return `${source} ${notification}`;
}
