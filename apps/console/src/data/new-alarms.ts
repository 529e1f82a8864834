import type { AlarmResource } from '@omc/api';

type Raised = Pick<AlarmResource, 'id' | 'raisedAt'>;

/** So many are remembered: more than the live window holds. */
const MOST_SEEN = 400;

/**
 * Tells alarms that are new apart from those that were there: known ones change, old ones come into the live window
 * when newer ones leave it.
 */
export class NewAlarms {
  #newest: string | null = null;
  readonly #seen = new Set<string>();

  /** Those of a list that are new; of the first list none is. RFC 3339 in UTC sorts as text. */
  of<Alarm extends Raised>(alarms: readonly Alarm[]): Alarm[] {
    const before = this.#newest;
    const fresh = alarms.filter(
      ({ id, raisedAt }) => before !== null && raisedAt >= before && !this.#seen.has(id),
    );
    this.#newest = alarms.reduce(
      (newest, { raisedAt }) => (raisedAt > newest ? raisedAt : newest),
      before ?? '',
    );
    for (const { id } of alarms) this.#remember(id);
    return fresh;
  }

  #remember(id: string): void {
    this.#seen.delete(id);
    this.#seen.add(id);
    const [oldest] = this.#seen;
    if (this.#seen.size > MOST_SEEN && oldest !== undefined) this.#seen.delete(oldest);
  }
}
