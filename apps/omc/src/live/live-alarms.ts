import type { Alarm, AlarmChange, Scope } from '@omc/alarm';
import type { AlarmFilter, AlarmSort } from '@omc/api';
import type { AlarmPart, AlarmSnapshot, Store } from '@omc/store';
import { filter, firstValueFrom, type SchedulerLike, Subject } from 'rxjs';
import type { AlarmOffice } from '../alarm-office.js';
import type { AlarmSelection } from '../alarm-selection.js';
import { AlarmFaces } from './alarm-faces.js';
import { ChangeRing } from './change-ring.js';
import { Turnstile } from './turnstile.js';

/** How many of the newest changes are at hand in memory, and from how far back the database is asked. */
const MOST_HELD = 20_000;
const MOST_MISSED = 50_000;
/** Alarms in one part of a list. */
const PART = 1_000;
/** Of the database's connections most are left to others. */
const READ_AT_ONCE = 4;
/** What a message to one more client may put off the next one by: many clients are sent fewer, larger messages. */
const GAP_MS_A_CLIENT = 0.06;
const LONGEST_GAP_MS = 100;

/** What was committed, and what there was before: all that live lists are made of. */
export class LiveAlarms {
  /** How many clients each change goes to. */
  audience = 0;
  readonly #store: Store;
  readonly #office: AlarmOffice;
  readonly #scheduler: SchedulerLike;
  readonly #ring: ChangeRing;
  readonly #reading = new Turnstile(READ_AT_ONCE);
  readonly #published = new Subject<readonly AlarmChange[]>();
  #committed: AlarmChange[] = [];
  #isDue = false;
  #lastAt = 0;
  /** What was published, in order; several batches at once where there are many clients. */
  readonly published$ = this.#published.asObservable();

  constructor(store: Store, office: AlarmOffice, seq: number, scheduler: SchedulerLike) {
    this.#store = store;
    this.#office = office;
    this.#scheduler = scheduler;
    this.#ring = new ChangeRing(seq, MOST_HELD);
  }

  /** Number of the last change that was published. */
  get seq(): number {
    return this.#ring.seq;
  }

  /** Passes on what was committed, at once or after a moment. */
  publish(changes: readonly AlarmChange[]): void {
    if (changes.length === 0) return;
    for (const change of changes) this.#committed.push(change);
    if (this.#isDue) return;
    const gapMs = Math.min(this.audience * GAP_MS_A_CLIENT, LONGEST_GAP_MS);
    const waitMs = this.#lastAt + gapMs - this.#scheduler.now();
    if (waitMs <= 0) return this.#flush();
    this.#isDue = true;
    this.#scheduler.schedule(() => this.#flush(), waitMs);
  }

  /** The changes after a number, up to another; undefined where they are no longer at hand. */
  after(seq: number, upTo?: number): readonly AlarmChange[] | undefined {
    return this.#ring.after(seq, upTo);
  }

  /** Waits until a number that was read from the database, which may be a moment ahead, is published. */
  async reaches(seq: number): Promise<void> {
    if (this.#ring.seq < seq) await firstValueFrom(this.published$.pipe(filter(() => this.#ring.seq >= seq)));
  }

  /** Finds out which alarms a filter stands for, asked by somebody who sees the NEs of a scope. */
  select(wanted: AlarmFilter, scope: Scope): Promise<AlarmSelection> {
    return this.#office.select(wanted, scope);
  }

  /** How alarms look from outside, for one message. */
  newFaces(): AlarmFaces {
    return new AlarmFaces((alarm, scope) => this.#office.present(alarm, scope));
  }

  /** A part of a whole list, from after the one before. */
  part({ filter }: AlarmSelection, sort: AlarmSort, cursor: string | undefined): Promise<AlarmPart> {
    return this.#reading.pass(() => this.#store.alarms.part(filter, sort, PART, cursor));
  }

  /** A part of what was changed after a number, as it is now; undefined where that is too much, or still to come. */
  missed(since: number, afterId: string | undefined): Promise<AlarmPart | undefined> {
    return this.#reading.pass(() => this.#store.alarms.changedAfter(since, MOST_MISSED, PART, afterId));
  }

  /** The first alarms of a list, and how many match in all. */
  first({ filter }: AlarmSelection, sort: AlarmSort, most: number): Promise<AlarmSnapshot> {
    return this.#reading.pass(() => this.#store.alarms.snapshot(filter, sort, most));
  }

  #flush(): void {
    const changes = this.#committed;
    this.#committed = [];
    this.#isDue = false;
    this.#lastAt = this.#scheduler.now();
    this.#ring.add(changes);
    this.#published.next(changes);
  }
}

/** An alarm of which only is known how it is now, as a change. */
export function changeOf(alarm: Alarm): AlarmChange {
  return { seq: 0, kind: 'updated', at: 0, facts: {}, alarm };
}
