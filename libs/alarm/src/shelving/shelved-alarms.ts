import type { Alarm, AlarmChange } from '../alarm.js';
import type { AlarmHolder } from '../alarm-holder.js';
import type { BatchDraft } from '../batch.js';
import { shelve } from '../life-cycle.js';
import type { OpenShelf } from './open-shelf.js';
import type { Shelf } from './shelf.js';

const NONE: readonly OpenShelf[] = [];

/** Which shelves hide which active alarms, and what the change log is told of it. */
export class ShelvedAlarms {
  readonly #shelves = new Map<AlarmHolder, readonly OpenShelf[]>();

  /** How many alarms are hidden. */
  get size(): number {
    return this.#shelves.size;
  }

  /** The alarm is over: it stays in the history as it was. */
  forget(holder: AlarmHolder): void {
    for (const open of this.#shelves.get(holder) ?? NONE) open.release(holder);
    this.#shelves.delete(holder);
  }

  /** Hides an alarm by exactly these shelves. `raised` is the place of its raise, where that is in the same batch. */
  hide(
    holder: AlarmHolder & { readonly alarm: Alarm },
    by: readonly OpenShelf[],
    raised: number | undefined,
    now: number,
    draft: BatchDraft,
  ): void {
    const before = this.#shelves.get(holder) ?? NONE;
    for (const open of before) if (!by.includes(open)) open.release(holder);
    for (const open of by) if (!before.includes(open)) open.hide(holder, holder.alarm);
    if (by.length > 0) this.#shelves.set(holder, by);
    else this.#shelves.delete(holder);
    if (holder.alarm.shelved === by.length > 0) return;
    const alarm = shelve(holder.alarm, by.length > 0);
    if (raised !== undefined) draft.amend(raised, { ...holder.alarm, shelved: alarm.shelved }, factsOf(by));
    else if (alarm.shelved) draft.change(holder, { kind: 'shelved', at: now, facts: factsOf(by), alarm });
    else draft.change(holder, { at: now, alarm, ...unshelved(before) });
  }
}

function factsOf(by: readonly OpenShelf[]): AlarmChange['facts'] {
  const [first] = by;
  return first === undefined ? {} : { shelf: told(first.shelf) };
}

/** The alarm is back: its shelf has ended, or hides it no more since it is another one now. */
function unshelved(before: readonly OpenShelf[]): Pick<AlarmChange, 'kind' | 'facts' | 'by'> {
  const shelf = before.findLast(({ shelf: { end } }) => end !== undefined)?.shelf ?? before.at(-1)?.shelf;
  const facts = shelf && { shelf: told(shelf), because: shelf.end?.because ?? 'changed' };
  const by = shelf?.end?.by;
  return { kind: 'unshelved', facts: facts ?? {}, ...(by === undefined ? {} : { by }) };
}

function told({ id, owner, reason, untilAt }: Shelf) {
  return { id, owner, reason, until: new Date(untilAt).toISOString() };
}
