import type { Session } from '@omc/store';

/** More than programs usually have: beyond it, those that have ended are looked for. */
const MANY = 1_000;

interface Known {
  readonly session: Session;
  /** The API token's id. */
  readonly id: string;
  /** When it is to be looked up again. */
  readonly until: number;
}

/** API tokens that were found to be good: no more than are stored, since no others are remembered. */
export class KnownTokens {
  readonly #known = new Map<string, Known>();
  #forgotten = 0;

  /** Something to remember a look-up by that begins now: what was forgotten meanwhile stays forgotten. */
  get moment(): number {
    return this.#forgotten;
  }

  /** Whose token this is, unless that is to be looked up again. */
  find(token: string, now: number): Session | undefined {
    const known = this.#known.get(token);
    return known !== undefined && known.until > now ? known.session : undefined;
  }

  remember(token: string, known: Known, moment: number, now: number): void {
    if (moment !== this.#forgotten) return;
    this.#known.set(token, known);
    if (this.#known.size < MANY) return;
    for (const [old, { session }] of this.#known) if (session.expiresAt <= now) this.#known.delete(old);
  }

  /** Forgets one that is good no longer; whether it was known. */
  drop(token: string): boolean {
    return this.#known.delete(token);
  }

  /** Forgets those of an id or of a user; gives them. */
  forget({ id, user }: { readonly id?: string; readonly user?: string }): string[] {
    this.#forgotten += 1;
    const forgotten = [...this.#known]
      .filter(([, known]) => known.id === id || known.session.user === user)
      .map(([token]) => token);
    for (const token of forgotten) this.#known.delete(token);
    return forgotten;
  }
}
