const USM_STATS = '1.3.6.1.6.3.15.1.1';

/** What an engine counts of messages that it did not take, by their place in usmStats (RFC 3414 §5). */
export const usmCounters = {
  securityLevel: 1,
  notInTime: 2,
  unknownUser: 3,
  unknownEngine: 4,
  wrongDigest: 5,
  decryption: 6,
} as const;
export type UsmCounter = keyof typeof usmCounters;

/** The OID of a counter. */
export function usmCounterOid(counter: UsmCounter): string {
  return `${USM_STATS}.${usmCounters[counter]}.0`;
}

/** Counts as usmStats does. */
export class UsmStatistics {
  readonly #counts = new Map<UsmCounter, number>();

  /** Counts one more; gives how many there are now. */
  count(counter: UsmCounter): number {
    const count = ((this.#counts.get(counter) ?? 0) + 1) % 2 ** 32;
    this.#counts.set(counter, count);
    return count;
  }
}
