import type { AlarmWriter, JournalEntry, LinkPosition } from '@omc/alarm';

/**
 * How far each NE's events are in the database: what a hello may tell an NE, which then forgets them. The writer
 * itself is a batch or two ahead.
 */
export class CommittedPositions {
  readonly #byNe = new Map<string, LinkPosition>();

  /** Begins with what a writer was restored from. */
  constructor(writer: Pick<AlarmWriter, 'nes' | 'positionOf'>) {
    for (const ne of writer.nes.keys()) {
      const position = writer.positionOf(ne);
      if (position !== undefined) this.#byNe.set(ne, position);
    }
  }

  of(ne: string): LinkPosition | undefined {
    return this.#byNe.get(ne);
  }

  /** Follows what was committed. */
  follow(journal: readonly JournalEntry[]): void {
    for (const { kind, ne, epoch, ackedSeq, seenSeq } of journal)
      if (kind === 'removed') this.#byNe.delete(ne);
      else if (kind === 'position' && epoch !== undefined && ackedSeq !== undefined && seenSeq !== undefined)
        this.#byNe.set(ne, { epoch, ackedSeq, seenSeq });
  }
}
