import { createHash } from 'node:crypto';
import type { RemoteInfo } from 'node:dgram';

const REMEMBERED_MS = 5 * 60_000;
const MAX_REMEMBERED = 20_000;

/** What is known of an inform: nothing, that its commit is awaited, or that it is committed. */
export type InformState = 'new' | 'waiting' | 'committed';

/** Remembers informs for five minutes, so that a retransmitted one counts once. Bounded: the oldest are forgotten first. */
export class SeenInforms {
  readonly #seen = new Map<string, { readonly at: number; state: InformState }>();

  /** Hears an inform and says what was known of it before. */
  hear(key: string, now: number): InformState {
    this.#forgetOld(now);
    const known = this.#seen.get(key);
    if (known !== undefined) return known.state;
    this.#seen.set(key, { at: now, state: 'waiting' });
    return 'new';
  }

  /** From now on it is only acknowledged again. */
  commit(key: string): void {
    const known = this.#seen.get(key);
    if (known !== undefined) known.state = 'committed';
  }

  /** It could not be kept: the next one like it is new. */
  forget(key: string): void {
    this.#seen.delete(key);
  }

  #forgetOld(now: number): void {
    for (const [key, { at }] of this.#seen) {
      if (now - at < REMEMBERED_MS && this.#seen.size < MAX_REMEMBERED) return;
      this.#seen.delete(key);
    }
  }
}

/**
 * What a retransmission has in common with its original: source, and every byte, request id included. The bytes,
 * since there are senders that use one request id for all their informs. Of SNMPv3 those of the scoped PDU, since each
 * retransmission is encrypted anew.
 */
export function informKey(buffer: Uint8Array, from: RemoteInfo): string {
  return `${from.address}|${from.port}|${createHash('sha1').update(buffer).digest('base64')}`;
}
