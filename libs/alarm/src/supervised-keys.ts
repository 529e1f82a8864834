import type { AlarmHolder } from './alarm-holder.js';
import type { AlarmType } from './catalogue.js';
import { Deadlines } from './deadlines.js';
import type { FilterScope } from './filter.js';
import type { FilterBook } from './filter-book.js';
import { covers } from './filter-book.js';
import { type HoldOffState, nextDecision, restsAt } from './hold-off.js';
import { KeyIndex } from './key-index.js';
import { KeyTable } from './key-table.js';
import { ObjectNames } from './object-names.js';
import { type Phase, phaseOf, SupervisedKey, type SupervisedNe } from './supervised-key.js';
import type { Windows } from './windows.js';

/** An NE has at most this many keys that are not at rest. */
export const MAX_KEYS_PER_NE = 10_000;

/** Every key that is not at rest, by NE, with its deadline. */
export class SupervisedKeys {
  readonly nes = new Map<string, SupervisedNe>();
  readonly phases: Record<Phase, number> = { rest: 0, 'pending-raise': 0, active: 0, 'pending-clear': 0 };
  readonly #deadlines = new Deadlines<SupervisedKey>();
  readonly #filters: FilterBook;
  readonly #table = new KeyTable();
  readonly #names = new ObjectNames();

  constructor(filters: FilterBook) {
    this.#filters = filters;
  }

  get nextDeadlineAt(): number | undefined {
    return this.#deadlines.nextAt;
  }

  addNe(id: string, held: boolean): SupervisedNe {
    const ne: SupervisedNe = {
      id,
      held,
      position: undefined,
      unbrokenFrom: Number.POSITIVE_INFINITY,
      disconnection: { alarm: undefined },
      keys: new KeyIndex(),
    };
    this.nes.set(id, ne);
    return ne;
  }

  find(ne: SupervisedNe, object: string, alarmId: number): SupervisedKey | undefined {
    return ne.keys.get(object, alarmId);
  }

  /** The key, made where it was at rest; undefined where the NE has too many. */
  obtain(ne: SupervisedNe, object: string, type: AlarmType): SupervisedKey | undefined {
    const known = ne.keys.get(object, type.alarmId);
    if (known !== undefined || ne.keys.size >= MAX_KEYS_PER_NE) return known;
    const key = new SupervisedKey(ne, this.#names.same(object), type, this.#table);
    ne.keys.add(key);
    this.phases.rest += 1;
    return key;
  }

  windowsOf(key: SupervisedKey): Windows {
    return this.#filters.windowsFor(key.type.alarmId, key.ne.id, key.object);
  }

  /** The windows, of those that are still to decide something, that remember most. */
  farthestBack(key: SupervisedKey): Windows {
    let farthest = this.windowsOf(key);
    for (const { windows } of key.superseded) if (windows.horizonMs > farthest.horizonMs) farthest = windows;
    return farthest;
  }

  /** Gives a key its new state, and counts it there. */
  put(key: SupervisedKey, state: HoldOffState): void {
    this.phases[phaseOf(key.state)] -= 1;
    this.phases[phaseOf(state)] += 1;
    key.state = state;
  }

  /** Lets a key wait for what comes next by itself; forgets it where nothing does. */
  schedule(key: SupervisedKey): void {
    const windows = this.windowsOf(key);
    const dueAt = nextDecision(key.state, windows)?.at ?? restsAt(key.state, windows);
    if (dueAt === Number.NEGATIVE_INFINITY) this.forget(key);
    else if (dueAt === undefined || key.waits) this.#deadlines.drop(key);
    // What former windows still have to decide comes first.
    else this.#deadlines.set(key, Math.max(dueAt, key.superseded.at(-1)?.until ?? dueAt));
  }

  /** Lets a key wait for nothing but its rest: what else is due is not decided. */
  scheduleRest(key: SupervisedKey): void {
    // While its link is held, what comes next may be older than the rest.
    const restAt = key.waits ? undefined : restsAt(key.state, this.windowsOf(key));
    if (restAt === undefined) this.#deadlines.drop(key);
    else this.#deadlines.set(key, restAt);
  }

  /** Forgets the keys that are at rest by now, where only those wait. */
  forgetRested(now: number): void {
    for (let key = this.#deadlines.take(now); key !== undefined; key = this.#deadlines.take(now))
      this.forget(key);
  }

  /** Whether nothing of a key is open or to be remembered. */
  isAtRest(key: SupervisedKey, now: number): boolean {
    const restAt = restsAt(key.state, this.windowsOf(key));
    return restAt !== undefined && restAt <= now;
  }

  /** All that may have an active alarm. */
  *holders(): Iterable<AlarmHolder> {
    for (const ne of this.nes.values()) {
      yield ne.disconnection;
      yield* ne.keys.values();
    }
  }

  /** All that may have an active alarm of an NE, or of some alarm types. */
  *holdersOf(wanted: { readonly ne?: string; readonly alarmId?: readonly number[] }): Iterable<AlarmHolder> {
    const one = wanted.ne === undefined ? undefined : this.nes.get(wanted.ne);
    const nes = wanted.ne === undefined ? this.nes.values() : one === undefined ? [] : [one];
    for (const { disconnection, keys } of nes) {
      yield disconnection;
      if (wanted.alarmId === undefined) yield* keys.values();
      else for (const alarmId of wanted.alarmId) yield* keys.ofType(alarmId);
    }
  }

  /** The NEs that have a key whose deadline is reached. */
  nesDue(now: number): Set<string> {
    const nes = new Set<string>();
    for (const { ne } of this.#deadlines.due(now)) nes.add(ne.id);
    return nes;
  }

  /** Takes out the first key whose deadline is reached. */
  takeDue(now: number): SupervisedKey | undefined {
    return this.#deadlines.take(now);
  }

  forget(key: SupervisedKey): void {
    this.#deadlines.drop(key);
    if (!key.ne.keys.delete(key)) return;
    this.phases[phaseOf(key.state)] -= 1;
    key.release();
  }

  /** When the next decision on a key falls due by itself; undefined where none does. */
  deadlineOf(key: SupervisedKey): number | undefined {
    return nextDecision(key.state, this.windowsOf(key))?.at;
  }

  /** The keys for which a filter of this scope counts. */
  *under(scope: FilterScope): Iterable<SupervisedKey> {
    const nes = scope.ne === undefined ? this.nes.values() : [this.nes.get(scope.ne)];
    for (const ne of nes)
      for (const key of ne?.keys.values() ?? [])
        if (covers(scope, { alarmId: key.type.alarmId, ne: key.ne.id, object: key.object })) yield key;
  }
}
