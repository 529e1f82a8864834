/** Those who want to be told of something. */
export class Listeners<Told> {
  readonly #listeners = new Set<(told: Told) => void>();

  /** Adds one; the answer removes it again. */
  readonly add = (listener: (told: Told) => void): (() => void) => {
    this.#listeners.add(listener);
    return () => {
      this.#listeners.delete(listener);
    };
  };

  readonly tell = (told: Told): void => {
    for (const listener of this.#listeners) listener(told);
  };
}
