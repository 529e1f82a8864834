import type { LinkPosition } from '@omc/alarm';
import type { NeHello } from '@omc/wire';

/** What an NE's hello means, beside what is in the database. */
export interface Greeting {
  /** The numbering is another than the known one, or none is known: it is announced to the writer. */
  readonly newEpoch: boolean;
  /** The writer is told from where on the events come: another numbering, or some are gone for good. */
  readonly announces: boolean;
  readonly needsSync: boolean;
  /** Events are missing for good, so the NE is not heard before the sync is answered. */
  readonly syncFirst: boolean;
  /** Everything up to here needs no reading. */
  readonly readUpTo: number;
}

/** Compares a hello with how far the NE's events are in the database. */
export function understand(hello: NeHello, position: LinkPosition | undefined): Greeting {
  const oldest = Math.max(0, hello.firstSeq - 1);
  if (position === undefined)
    return { newEpoch: true, announces: true, needsSync: true, syncFirst: false, readUpTo: oldest };
  if (position.epoch !== hello.epoch)
    return { newEpoch: true, announces: true, needsSync: true, syncFirst: true, readUpTo: oldest };
  const lost = hello.firstSeq > position.ackedSeq + 1;
  // A numbering that went back without another epoch cannot be trusted to re-send anything.
  const wentBack = hello.lastSeq < position.ackedSeq;
  const gap = lost || wentBack || position.seenSeq > position.ackedSeq;
  const readUpTo = Math.max(position.ackedSeq, oldest);
  return { newEpoch: false, announces: oldest > position.seenSeq, needsSync: gap, syncFirst: gap, readUpTo };
}
