import type { AlarmWriter } from '@omc/alarm';
import type { NeLinks } from '@omc/southbound';

/** An NE that has more to say than fits in so many reads is decided on later; no other waits for it. */
const MOST_READS = 4;

/**
 * Reads what has arrived before decisions are made that fall due at an instant: they run after everything received
 * before them. The links take it in turns, but an NE on which a decision is due does not wait for its turn, so that no
 * flood of others delays it. Gives the NEs of which something is still unread.
 *
 * @param turn lets the event loop go round once.
 */
export async function readBeforeDeciding(
  at: number,
  writer: Pick<AlarmWriter, 'nesDue'>,
  links: Pick<NeLinks, 'readAhead'>,
  turn: () => Promise<unknown>,
): Promise<ReadonlySet<string>> {
  const due = writer.nesDue(at);
  for (let reads = 1; ; reads++) {
    // One whole round of the event loop, from here on, shows what the kernel holds.
    await turn();
    await turn();
    const unread = links.readAhead(due);
    if (reads === MOST_READS || ![...unread].some((ne) => due.has(ne))) return unread;
  }
}
