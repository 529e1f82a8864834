import type { Catalogue } from '../catalogue.js';

/** Which types come before which on one object, directly or through others between them. */
export class CatalogueOrder {
  readonly #before: ReadonlyMap<number, ReadonlySet<number>>;

  constructor(catalogue: Catalogue) {
    const before = new Map<number, Set<number>>();
    for (const { alarmId } of catalogue.values()) {
      const types = new Set(catalogue.get(alarmId)?.after);
      // A set goes on with what is added meanwhile.
      for (const type of types) for (const earlier of catalogue.get(type)?.after ?? []) types.add(earlier);
      before.set(alarmId, types);
    }
    this.#before = before;
  }

  /** Whether, where both are active on an object, the second is a symptom of the first. */
  comesBefore(first: number, second: number): boolean {
    return this.#before.get(second)?.has(first) === true;
  }
}
