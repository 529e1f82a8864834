import { BoundedMap } from './bounded-map.js';

const MAX_SEEN = 50_000;

/** Remembers from where signed messages came, so that none counts a second time while it is still in time. */
export class SeenDigests {
  readonly #seen = new BoundedMap<string>(MAX_SEEN);

  /** Where a message with the same digest came from before; undefined where there was none. */
  before(digest: Uint8Array, from: string): string | undefined {
    const key = Buffer.from(digest).toString('base64');
    const before = this.#seen.get(key);
    if (before === undefined) this.#seen.set(key, from);
    return before;
  }
}
