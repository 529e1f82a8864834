import { Listeners } from './listeners.js';

/** How many alarms can be picked at once: as many as the OMC acts on in one go. */
export const MOST_PICKED = 1000;

/** The alarms that were picked to do something to, by id. */
export class Picks {
  readonly #listeners = new Listeners<void>();
  #ids: ReadonlySet<string> = new Set();
  readonly onChange = this.#listeners.add;

  /** Another set after each change. */
  readonly ids = (): ReadonlySet<string> => this.#ids;

  /** Picks some, or no longer; beyond the most that can be picked nothing is added. */
  put(ids: Iterable<string>, picked: boolean): void {
    const next = new Set(this.#ids);
    for (const id of ids)
      if (!picked) next.delete(id);
      else if (next.size < MOST_PICKED) next.add(id);
    this.#become(next);
  }

  toggle(id: string): void {
    this.put([id], !this.#ids.has(id));
  }

  clear(): void {
    this.#become(new Set());
  }

  #become(ids: ReadonlySet<string>): void {
    if (ids.size === 0 && this.#ids.size === 0) return;
    this.#ids = ids;
    this.#listeners.tell();
  }
}
