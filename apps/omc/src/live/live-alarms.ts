import type { Alarm, AlarmChange } from '@omc/alarm';
import type { AlarmFilter, AlarmResource, AlarmSort, LiveChange } from '@omc/api';
import type { Store } from '@omc/store';
import { filter, firstValueFrom, Subject } from 'rxjs';
import type { AlarmOffice } from '../alarm-office.js';
import type { AlarmSelection } from '../alarm-selection.js';
import { ChangeRing } from './change-ring.js';
import { filteredChanges } from './filtered-changes.js';

/** How many of the newest changes are at hand in memory, and from how far back the database is asked. */
const MOST_HELD = 20_000;
const MOST_MISSED = 50_000;

/** Where a reader stands, and what brings it there: a whole list, or steps to the list that it has. */
export interface CaughtUp {
  readonly seq: number;
  readonly snapshot: readonly AlarmResource[] | undefined;
  readonly changes: readonly LiveChange[];
  /** How many match, where only the first of them were asked for. */
  readonly total?: number;
}

/** Snapshot and tail in one: nothing falls between the list that a reader gets and the changes that follow. */
export class LiveAlarms {
  readonly #store: Store;
  readonly #office: AlarmOffice;
  readonly #ring: ChangeRing;
  readonly #published = new Subject<readonly AlarmChange[]>();
  /** What was committed, batch by batch, in order. */
  readonly published$ = this.#published.asObservable();

  constructor(store: Store, office: AlarmOffice, seq: number) {
    this.#store = store;
    this.#office = office;
    this.#ring = new ChangeRing(seq, MOST_HELD);
  }

  /** Number of the last change that was published. */
  get seq(): number {
    return this.#ring.seq;
  }

  /** Finds out which alarms a filter stands for. */
  select(wanted: AlarmFilter): Promise<AlarmSelection> {
    return this.#office.select(wanted);
  }

  /** Passes on what was committed. */
  publish(changes: readonly AlarmChange[]): void {
    if (changes.length === 0) return;
    this.#ring.add(changes);
    this.#published.next(changes);
  }

  /** The whole list of a filter as it is now. The caller goes on with `published$` in the same turn of the event loop. */
  async snapshot(wanted: AlarmSelection, sort: AlarmSort, limit?: number): Promise<CaughtUp> {
    const { seq, alarms, total } = await this.#store.alarms.snapshot(wanted.filter, sort, limit);
    const changes = await this.#tailAfter(seq, wanted);
    const snapshot = alarms.map((alarm) => this.#present(alarm));
    return { seq: this.#ring.seq, snapshot, changes, ...(total === undefined ? {} : { total }) };
  }

  /** What a reader missed since its last number; the whole list where that is too long ago. */
  async resume(since: number, wanted: AlarmSelection, sort: AlarmSort): Promise<CaughtUp> {
    const held = since <= this.#ring.seq ? this.#ring.after(since) : undefined;
    if (held !== undefined)
      return { seq: this.#ring.seq, snapshot: undefined, changes: this.#filtered(held, wanted) };
    const missed = await this.#store.alarms.changedAfter(since, MOST_MISSED);
    if (missed === undefined) return this.snapshot(wanted, sort);
    const tail = await this.#tailAfter(missed.seq, wanted);
    const steps = missed.alarms.map((alarm) => this.#stepTo(alarm, wanted));
    return { seq: this.#ring.seq, snapshot: undefined, changes: [...steps, ...tail] };
  }

  /** What was published after a number that was read from the database, which may be a moment ahead. */
  async #tailAfter(seq: number, wanted: AlarmSelection): Promise<LiveChange[]> {
    if (this.#ring.seq < seq) await firstValueFrom(this.published$.pipe(filter(() => this.#ring.seq >= seq)));
    const tail = this.#ring.after(seq);
    if (tail === undefined) throw new Error('more changes than are held came during one query');
    return this.#filtered(tail, wanted);
  }

  #filtered(changes: readonly AlarmChange[], wanted: AlarmSelection): LiveChange[] {
    return filteredChanges(changes, wanted.matches, (alarm) => this.#present(alarm));
  }

  #stepTo(alarm: Alarm, wanted: AlarmSelection): LiveChange {
    const [step] = this.#filtered([{ seq: 0, kind: 'updated', at: 0, facts: {}, alarm }], wanted);
    return step ?? { op: 'remove', alarm: this.#present(alarm) };
  }

  #present(alarm: Alarm): AlarmResource {
    return this.#office.present(alarm);
  }
}
