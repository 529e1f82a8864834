import type { Opening, Session } from '@omc/store';

/** A token that somebody has shown, and the session that it is of. */
export interface KnownToken {
  readonly token: string;
  /** What all tokens of one sign-in have in common. */
  readonly id: string;
  readonly session: Session;
  readonly opening: Opening;
  readonly issuedAt: number;
  /** The token that took its place, and until when this one is good all the same. */
  replaced?: { readonly by: string; readonly goodUntil: number };
  /** The token that is being stored to take its place; undefined where the session has ended. */
  renewing?: Promise<string | undefined>;
}

/** When a session was used last. */
export interface Use {
  lastAt: number;
  /** When that was stored last. */
  storedAt: number;
  inBrowser: boolean;
  /** How many live streams there are of it. */
  holds: number;
}

const MOST_REMEMBERED = 10_000;

/** The tokens that were shown lately, by their hashes, so that a request costs no query. */
export class KnownSessions {
  readonly #tokens = new Map<string, KnownToken>();
  readonly #uses = new Map<string, Use>();

  find(hash: string): KnownToken | undefined {
    return this.#tokens.get(hash);
  }

  useOf(id: string): Use | undefined {
    return this.#uses.get(id);
  }

  remember(hash: string, known: KnownToken, use: Use): void {
    this.#tokens.set(hash, known);
    if (!this.#uses.has(known.id)) this.#uses.set(known.id, use);
    for (const [oldest, { id }] of this.#tokens) {
      if (this.#tokens.size <= MOST_REMEMBERED) break;
      // What a live stream hangs on is kept, so that it can be cut off.
      if (this.#uses.get(id)?.holds) continue;
      this.#tokens.delete(oldest);
      this.#uses.delete(id);
    }
  }

  /** Forgets all tokens of some sessions; gives them. */
  forget(which: (known: KnownToken) => boolean): string[] {
    const tokens: string[] = [];
    for (const [hash, known] of this.#tokens)
      if (which(known)) {
        this.#tokens.delete(hash);
        this.#uses.delete(known.id);
        tokens.push(known.token);
      }
    return tokens;
  }
}
