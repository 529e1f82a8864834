import type { Alarm } from '@omc/alarm';
import type { AlarmOrder } from './alarm-order.js';
import type { LiveStep } from './filtered-changes.js';

/** What became of an alarm, seen from a list. */
export interface WindowChange {
  readonly alarm: Alarm;
  /** Whether it was in the whole list before, and is now. */
  readonly was: boolean;
  readonly is: boolean;
}

/**
 * The first alarms of a list that may be very long. More than are shown are known, so that there are others to come in
 * when some leave; what is known is right up to its last alarm, behind which lies what is not.
 */
export class LiveWindow {
  readonly #order: AlarmOrder;
  readonly #limit: number;
  readonly #margin: number;
  /** The beginning of the list, in order. */
  #known: Alarm[] = [];
  readonly #byId = new Map<string, Alarm>();
  #total = 0;
  /** What the clients have, as they have it. */
  readonly #shown = new Map<string, Alarm>();
  /** What may have to be told of, as it is now. */
  readonly #moved = new Map<string, Alarm>();

  constructor(order: AlarmOrder, limit: number, margin: number) {
    this.#order = order;
    this.#limit = limit;
    this.#margin = margin;
  }

  /** How many alarms to read for `load`. */
  get wanted(): number {
    return this.#limit + this.#margin;
  }

  /** How many alarms the whole list has. */
  get total(): number {
    return this.#total;
  }

  /** Whether too little is known to say what the window shows: it has to be read anew. */
  get isShort(): boolean {
    return this.#known.length < Math.min(this.#limit, this.#total);
  }

  /** The alarms of the window, in order. */
  get alarms(): readonly Alarm[] {
    return this.#known.slice(0, this.#limit);
  }

  /** Takes in the beginning of the list as it was read. */
  load(alarms: readonly Alarm[], total: number): void {
    this.#known = [...alarms];
    this.#total = total;
    this.#byId.clear();
    for (const alarm of alarms) this.#byId.set(alarm.id, alarm);
    for (const [id, alarm] of this.#shown) if (!this.#moved.has(id)) this.#moved.set(id, alarm);
    for (const alarm of this.alarms) this.#moved.set(alarm.id, alarm);
  }

  /** Follows one change. */
  take({ alarm, was, is }: WindowChange): void {
    const isWhole = this.#known.length === this.#total;
    this.#total += Number(is) - Number(was);
    if (this.#shown.has(alarm.id)) this.#moved.set(alarm.id, alarm);
    const before = this.#byId.get(alarm.id);
    if (before !== undefined) this.#remove(before);
    if (!is) return;
    const last = this.#known.at(-1);
    if (isWhole || (last !== undefined && this.#order(alarm, last) < 0)) this.#insert(alarm);
    if (this.#known.length > this.#limit + 2 * this.#margin) this.#trim();
  }

  /** What leads from the window that the clients have to the one that there is: first what leaves it. */
  steps(): LiveStep[] {
    const [leaving, staying]: [LiveStep[], LiveStep[]] = [[], []];
    for (const [id, alarm] of this.#moved) {
      const shown = this.#shown.get(id);
      const known = this.#byId.get(id);
      if (known !== undefined && this.#placeOf(known) < this.#limit) {
        this.#shown.set(id, known);
        if (shown?.version !== known.version) staying.push({ op: 'upsert', alarm: known });
      } else if (shown !== undefined) {
        this.#shown.delete(id);
        leaving.push({ op: 'remove', alarm });
      }
    }
    this.#moved.clear();
    return [...leaving, ...staying];
  }

  #insert(alarm: Alarm): void {
    const at = this.#placeOf(alarm);
    this.#known.splice(at, 0, alarm);
    this.#byId.set(alarm.id, alarm);
    if (at >= this.#limit) return;
    this.#moved.set(alarm.id, alarm);
    this.#suspect(this.#known[this.#limit]);
  }

  #remove(alarm: Alarm): void {
    const at = this.#placeOf(alarm);
    this.#known.splice(at, 1);
    this.#byId.delete(alarm.id);
    if (at < this.#limit) this.#suspect(this.#known[this.#limit - 1]);
  }

  /** One that was pushed out, or came in, by what another did. */
  #suspect(alarm: Alarm | undefined): void {
    if (alarm !== undefined) this.#moved.set(alarm.id, alarm);
  }

  #trim(): void {
    for (const alarm of this.#known.splice(this.wanted)) this.#byId.delete(alarm.id);
  }

  /** Where an alarm stands, or would stand. */
  #placeOf(alarm: Alarm): number {
    let [from, to] = [0, this.#known.length];
    while (from < to) {
      const middle = (from + to) >> 1;
      const known = this.#known[middle];
      if (known !== undefined && this.#order(known, alarm) < 0) from = middle + 1;
      else to = middle;
    }
    return from;
  }
}
