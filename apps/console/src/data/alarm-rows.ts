import type { AlarmResource, LiveChange } from '@omc/api';
import { type Severity, severities } from './severity.js';

/** What a table has to do to show the rows as they are now. */
export interface RowDelta<Row = AlarmResource> {
  readonly add: readonly Row[];
  readonly update: readonly Row[];
  readonly remove: readonly Row[];
}

/**
 * The alarms of the live list by id. Changes are gathered until `takeDelta`, so that however many arrive
 * between two frames, each row is touched once: memory is bounded by the rows, not by the changes.
 */
export class AlarmRows {
  readonly #rows = new Map<string, AlarmResource>();
  readonly #shown = new Map<string, AlarmResource>();
  readonly #touched = new Set<string>();
  readonly #counts = Object.fromEntries(severities.map((name) => [name, 0])) as Record<Severity, number>;
  #seen: Set<string> | null = null;

  get size(): number {
    return this.#rows.size;
  }

  get(id: string): AlarmResource | undefined {
    return this.#rows.get(id);
  }

  /** A snapshot begins. Rows that it lacks go at its `end`, or at once with `clear`. */
  begin(clear: boolean): void {
    if (clear) for (const id of [...this.#rows.keys()]) this.#drop(id);
    this.#seen = new Set();
  }

  put(alarms: readonly AlarmResource[]): void {
    for (const alarm of alarms) this.#set(alarm);
  }

  end(): void {
    const seen = this.#seen;
    this.#seen = null;
    if (seen) for (const id of [...this.#rows.keys()]) if (!seen.has(id)) this.#drop(id);
  }

  /** Applies changes in their order. `keeps` says of an alarm that left the stream whether its row stays. */
  apply(changes: readonly LiveChange[], keeps: (alarm: AlarmResource) => boolean = () => false): void {
    for (const { op, alarm } of changes) {
      if (op === 'upsert' || (this.#rows.has(alarm.id) && keeps(alarm))) this.#set(alarm);
      else this.#drop(alarm.id);
    }
  }

  /** What changed since the last call, each row once. */
  takeDelta(): RowDelta {
    const delta = { add: [], update: [], remove: [] } as { [Part in keyof RowDelta]: AlarmResource[] };
    for (const id of this.#touched) {
      const now = this.#rows.get(id);
      const before = this.#shown.get(id);
      if (now) {
        delta[before ? 'update' : 'add'].push(now);
        this.#shown.set(id, now);
      } else if (before) {
        delta.remove.push(before);
        this.#shown.delete(id);
      }
    }
    this.#touched.clear();
    return delta;
  }

  /** The rows as of the last `takeDelta`. */
  shown(): AlarmResource[] {
    return [...this.#shown.values()];
  }

  /** How many rows there are of each severity. */
  countBySeverity(): Record<Severity, number> {
    return { ...this.#counts };
  }

  #set(alarm: AlarmResource): void {
    this.#count(this.#rows.get(alarm.id), -1);
    this.#count(alarm, 1);
    this.#rows.set(alarm.id, alarm);
    this.#seen?.add(alarm.id);
    this.#touched.add(alarm.id);
  }

  #drop(id: string): void {
    this.#count(this.#rows.get(id), -1);
    if (this.#rows.delete(id)) this.#touched.add(id);
  }

  /** Kept as rows come and go: there are too many of them to be counted with each frame. */
  #count(alarm: AlarmResource | undefined, by: 1 | -1): void {
    if (alarm) this.#counts[alarm.severity] += by;
  }
}
