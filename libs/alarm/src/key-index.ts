/** What an index knows a key by. */
interface Indexed {
  readonly object: string;
  readonly type: { readonly alarmId: number };
}

/** The keys of one NE by alarm type and object: no text is made and kept for each, since there may be a million. */
export class KeyIndex<Key extends Indexed> {
  readonly #byType = new Map<number, Map<string, Key>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(object: string, alarmId: number): Key | undefined {
    return this.#byType.get(alarmId)?.get(object);
  }

  add(key: Key): void {
    const { alarmId } = key.type;
    const keys = this.#byType.get(alarmId) ?? new Map<string, Key>();
    this.#byType.set(alarmId, keys);
    if (!keys.has(key.object)) this.#size += 1;
    keys.set(key.object, key);
  }

  /** Takes a key out; tells whether it was there. */
  delete(key: Key): boolean {
    const { alarmId } = key.type;
    const keys = this.#byType.get(alarmId);
    if (keys?.get(key.object) !== key) return false;
    keys.delete(key.object);
    if (keys.size === 0) this.#byType.delete(alarmId);
    this.#size -= 1;
    return true;
  }

  /** Those of an alarm type. */
  ofType(alarmId: number): Iterable<Key> {
    return this.#byType.get(alarmId)?.values() ?? [];
  }

  *values(): IterableIterator<Key> {
    for (const keys of this.#byType.values()) yield* keys.values();
  }
}
