import type { Alarm } from '../alarm.js';
import type { AlarmHolder } from '../alarm-holder.js';
import type { Waiting } from '../deadlines.js';
import { beganAt, type Shelf, shelfWarnsAt } from './shelf.js';

/** A shelf that has not ended, and what it hides. Mutable: it waits in `Deadlines`. */
export class OpenShelf implements Waiting {
  shelf: Shelf;
  dueAt = 0;
  place = -1;
  inForce = false;
  /** Those who look have been told that it ends soon. */
  warned = false;
  readonly #hidden = new Set<AlarmHolder>();
  /** Of those the ones that it found active. */
  readonly #found = new Set<AlarmHolder>();

  constructor(shelf: Shelf) {
    this.shelf = shelf;
  }

  /** How many alarms it hides, of some NEs where a condition says so. */
  hides(includes?: (ne: string) => boolean): number {
    if (includes === undefined) return this.#hidden.size;
    let count = 0;
    for (const { alarm } of this.#hidden) if (alarm !== undefined && includes(alarm.ne)) count += 1;
    return count;
  }

  get hidden(): Iterable<AlarmHolder> {
    return this.#hidden;
  }

  /** Whether everything has cleared that it was to wait for. */
  get isThrough(): boolean {
    return this.inForce && this.shelf.untilCleared && this.#found.size === 0;
  }

  /** When it next has something to do. */
  get nextAt(): number {
    if (!this.inForce) return this.shelf.fromAt;
    return this.warned ? this.shelf.untilAt : shelfWarnsAt(this.shelf);
  }

  hide(holder: AlarmHolder, { raisedAt }: Alarm): void {
    this.#hidden.add(holder);
    if (raisedAt <= beganAt(this.shelf)) this.#found.add(holder);
  }

  release(holder: AlarmHolder): void {
    this.#hidden.delete(holder);
    this.#found.delete(holder);
  }
}
