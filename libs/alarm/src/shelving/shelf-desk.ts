import type { Alarm, AlarmChange } from '../alarm.js';
import type { AlarmHolder } from '../alarm-holder.js';
import type { BatchDraft } from '../batch.js';
import type { Catalogue } from '../catalogue.js';
import type { Command, CommandResult, ShelfCommand } from '../commands.js';
import { Deadlines } from '../deadlines.js';
import type { OpenShelf } from './open-shelf.js';
import type { Shelf, ShelfEnd, ShelfMatch } from './shelf.js';
import { MOST_SHELVES, ShelfBook } from './shelf-book.js';
import { ShelfIndex } from './shelf-index.js';
import { shelfMatches } from './shelf-matches.js';
import { refusalOfMatch, refusalOfTimes, type ShelfSettings } from './shelf-refusal.js';
import { ShelvedAlarms } from './shelved-alarms.js';

type CommandOf<Kind> = Extract<ShelfCommand, { kind: Kind }>;

/** So many alarms go out of sight or come back in one batch; a wide shelf takes several, so that others do not wait. */
const MOST_TURNED = 2_000;

/** What the desk needs from its house. */
export interface ShelfParts {
  readonly catalogue: Catalogue;
  readonly settings: ShelfSettings;
  readonly isRegistered: (ne: string) => boolean;
  readonly subnetOf: (ne: string) => string | undefined;
  /** Where all alarms are that a shelf may hide, and perhaps more. */
  readonly holders: (match: ShelfMatch) => Iterable<AlarmHolder>;
}

/**
 * Takes alarms out of sight for a while and brings them back, without clock and I/O. It hears of all changes of a
 * batch at its end. An alarm is shelved while a shelf in force matches it; its life goes on meanwhile.
 */
export class ShelfDesk {
  readonly book: ShelfBook;
  readonly #parts: ShelfParts;
  readonly #deadlines = new Deadlines<OpenShelf>();
  readonly #inForce = new ShelfIndex<OpenShelf>();
  readonly #shelved = new ShelvedAlarms();
  /** Alarms that may have to go out of sight, or to come back. */
  readonly #unsure = new Set<AlarmHolder>();
  /** After a restart every active alarm is unsure, whatever begins. */
  #allUnsure = false;

  constructor(parts: ShelfParts, stored: Iterable<Shelf>) {
    this.#parts = parts;
    this.book = new ShelfBook(stored);
  }

  /** Goes on after a restart with what is active: what fell due meanwhile is done with the first batch. */
  begin(holders: Iterable<AlarmHolder>): void {
    const open = [...this.book.open()];
    this.#allUnsure = open.length > 0;
    for (const shelf of open) this.#deadlines.set(shelf, shelf.nextAt);
    for (const holder of holders)
      if (holder.alarm !== undefined && (open.length > 0 || holder.alarm.shelved)) this.#unsure.add(holder);
  }

  /** When there is next something to do by itself. */
  get nextAt(): number | undefined {
    return this.#unsure.size > 0 ? Number.NEGATIVE_INFINITY : this.#deadlines.nextAt;
  }

  /** Does what an operator asks for. */
  do(command: ShelfCommand, now: number, draft: BatchDraft): CommandResult {
    switch (command.kind) {
      case 'add-shelf':
        return this.#add(command, now, draft);
      case 'change-shelf':
        return this.#change(command, now, draft);
      case 'end-shelf': {
        const open = this.book.findOpen(command.id);
        if (open === undefined) return this.#notOpen(command.id);
        this.#end(open, { at: now, because: 'operator', by: command.by }, draft);
        return {};
      }
    }
  }

  /** Hears of a command that was carried out: what becomes of NEs and subnets. */
  take(command: Command, now: number, draft: BatchDraft): void {
    if (command.kind === 'set-topology' && this.#inForce.size > 0) this.#addUnsure({ ne: command.ne });
    if (command.kind !== 'remove-ne') return;
    for (const open of [...this.book.open()])
      if (open.shelf.match.ne === command.id) this.#end(open, { at: now, because: 'removed' }, draft);
  }

  /** Ends a batch: lets time pass, hears all its changes, and hides and shows what has to be. */
  finish(now: number, draft: BatchDraft): void {
    this.#pass(now, draft);
    if (this.#inForce.size + this.#shelved.size + this.#unsure.size === 0) return;
    const fresh = this.#follow(draft);
    for (const [holder, raised] of fresh) this.#decide(holder, raised, now, draft);
    this.#decideUnsure(now, draft);
    // What waited for a clear is through only once it is known what it hides.
    if (this.#unsure.size > 0) return;
    for (const open of [...this.book.open()])
      if (open.isThrough) this.#end(open, { at: now, because: 'cleared' }, draft);
    this.#decideUnsure(now, draft);
  }

  #add({ shelf: plan, by }: CommandOf<'add-shelf'>, now: number, draft: BatchDraft): CommandResult {
    const { catalogue, settings, isRegistered } = this.#parts;
    const refusal =
      refusalOfMatch(plan.match, catalogue, isRegistered) ?? refusalOfTimes(plan, now, settings);
    if (refusal !== undefined) return refusal;
    if (this.book.find(plan.id) !== undefined)
      return { refused: 'conflict', field: 'id', reason: `there is a shelf ${plan.id}` };
    if (this.book.isFull)
      return { refused: 'conflict', reason: `there are ${MOST_SHELVES} shelves, and no more can be` };
    if (plan.untilCleared && plan.fromAt <= now && !this.#findsAny(plan.match))
      return { refused: 'conflict', field: 'untilCleared', reason: 'no alarm is active that could clear' };
    const open = this.book.add({ ...plan, owner: by, createdAt: now }, draft);
    this.#deadlines.set(open, open.nextAt);
    return {};
  }

  #change({ id, change }: CommandOf<'change-shelf'>, now: number, draft: BatchDraft): CommandResult {
    const open = this.book.findOpen(id);
    if (open === undefined) return this.#notOpen(id);
    const { fromAt = open.shelf.fromAt, untilAt = open.shelf.untilAt } = change;
    if (open.inForce && fromAt !== open.shelf.fromAt)
      return { refused: 'conflict', field: 'from', reason: 'the shelf has begun' };
    const isMoved = fromAt !== open.shelf.fromAt || untilAt !== open.shelf.untilAt;
    const refusal = isMoved ? refusalOfTimes({ fromAt, untilAt }, now, this.#parts.settings) : undefined;
    if (refusal !== undefined) return refusal;
    this.book.change(open, change, draft);
    open.warned &&= !isMoved;
    this.#deadlines.set(open, open.nextAt);
    return {};
  }

  #notOpen(id: string): CommandResult {
    if (this.book.find(id) === undefined) return { refused: 'not-found', reason: `there is no shelf ${id}` };
    return { refused: 'conflict', reason: `shelf ${id} has ended` };
  }

  #findsAny(match: ShelfMatch): boolean {
    for (const { alarm } of this.#parts.holders(match))
      if (alarm !== undefined && shelfMatches(match, alarm, this.#parts.subnetOf(alarm.ne))) return true;
    return false;
  }

  #pass(now: number, draft: BatchDraft): void {
    for (let open = this.#deadlines.take(now); open !== undefined; open = this.#deadlines.take(now)) {
      const { untilAt } = open.shelf;
      if (untilAt <= now) this.#end(open, { at: untilAt, because: 'expired' }, draft);
      else {
        if (open.inForce) open.warned = true;
        else this.#begin(open);
        this.#deadlines.set(open, open.nextAt);
      }
    }
    this.#allUnsure = false;
  }

  #begin(open: OpenShelf): void {
    open.inForce = true;
    this.#inForce.add(open);
    if (!this.#allUnsure) this.#addUnsure(open.shelf.match);
  }

  #end(open: OpenShelf, end: ShelfEnd, draft: BatchDraft): void {
    this.#deadlines.drop(open);
    if (open.inForce) this.#inForce.remove(open);
    this.book.end(open, end, draft);
    for (const holder of open.hidden) this.#unsure.add(holder);
  }

  #addUnsure(match: ShelfMatch): void {
    for (const holder of this.#parts.holders(match)) if (holder.alarm !== undefined) this.#unsure.add(holder);
  }

  /** Who changed so that another shelf, or none, may hide it, with the place of its raise in this batch. */
  #follow({ changes, holders }: BatchDraft): Map<AlarmHolder, number | undefined> {
    const fresh = new Map<AlarmHolder, number | undefined>();
    changes.forEach((change, place) => {
      const holder = holders[place] as AlarmHolder;
      if (change.kind === 'cleared') {
        this.#shelved.forget(holder);
        fresh.delete(holder);
      } else if (change.kind === 'raised') fresh.set(holder, place);
      // Only the last change of an alarm can be completed.
      else if (fresh.get(holder) !== undefined) fresh.set(holder, place);
      else if (isRegraded(change)) fresh.set(holder, undefined);
    });
    return fresh;
  }

  #decideUnsure(now: number, draft: BatchDraft): void {
    const before = draft.changes.length;
    for (const holder of this.#unsure) {
      if (draft.changes.length - before >= MOST_TURNED) return;
      this.#unsure.delete(holder);
      this.#decide(holder, undefined, now, draft);
    }
  }

  #decide(holder: AlarmHolder, raised: number | undefined, now: number, draft: BatchDraft): void {
    if (!hasAlarm(holder)) return;
    const { alarm } = holder;
    const by = this.#inForce.hiding(alarm, this.#parts.subnetOf(alarm.ne));
    this.#shelved.hide(holder, by, raised, now, draft);
  }
}

function hasAlarm(holder: AlarmHolder): holder is AlarmHolder & { readonly alarm: Alarm } {
  return holder.alarm !== undefined;
}

function isRegraded({ alarm, before }: AlarmChange): boolean {
  return before !== undefined && before.severity !== alarm.severity;
}
