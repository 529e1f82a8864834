import type { SupervisedKey } from './supervised-key.js';

/** The keys of one NE by alarm type and object: no text is made and kept for each, since there may be a million. */
export class KeyIndex {
  readonly #byType = new Map<number, Map<string, SupervisedKey>>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  get(object: string, alarmId: number): SupervisedKey | undefined {
    return this.#byType.get(alarmId)?.get(object);
  }

  add(key: SupervisedKey): void {
    const { alarmId } = key.type;
    const keys = this.#byType.get(alarmId) ?? new Map<string, SupervisedKey>();
    this.#byType.set(alarmId, keys);
    if (!keys.has(key.object)) this.#size += 1;
    keys.set(key.object, key);
  }

  /** Takes a key out; tells whether it was there. */
  delete(key: SupervisedKey): boolean {
    const { alarmId } = key.type;
    const keys = this.#byType.get(alarmId);
    if (keys?.get(key.object) !== key) return false;
    keys.delete(key.object);
    if (keys.size === 0) this.#byType.delete(alarmId);
    this.#size -= 1;
    return true;
  }

  *values(): IterableIterator<SupervisedKey> {
    for (const keys of this.#byType.values()) yield* keys.values();
  }
}
