import type { AlarmRow } from './alarm-row.js';
import type { RowDelta } from './alarm-rows.js';
import { compareKeyed, keyed, newestFirst, type RowOrder, sortedRows } from './cause-order.js';

/**
 * All rows of the alarm list in their order, of which the table knows only those around the ones in sight.
 * A change of `k` among `n` rows costs `k log n` comparisons, and two passes that copy references.
 */
export class OrderedRows {
  readonly #byKey = new Map<string, AlarmRow>();
  #rows: AlarmRow[] = [];
  #order = newestFirst;

  get length(): number {
    return this.#rows.length;
  }

  /** The row at a place, counted from 0. */
  at(place: number): AlarmRow | undefined {
    return this.#rows[place];
  }

  /** The rows from one place to before another. */
  slice(from: number, to: number): AlarmRow[] {
    return this.#rows.slice(from, to);
  }

  /** Where a row stands, counted from 0; undefined where it is not there. */
  placeOf(key: string): number | undefined {
    const row = this.#byKey.get(key);
    return row && this.#firstNotBefore(row);
  }

  /** Puts other rows in the place of all. */
  fill(rows: readonly AlarmRow[]): void {
    this.#byKey.clear();
    for (const row of rows) this.#byKey.set(row.key, row);
    this.#rows = sortedRows(rows, this.#order);
  }

  /** Sorts anew. */
  sortBy(order: RowOrder): void {
    this.#order = order;
    this.#rows = sortedRows(this.#rows, order);
  }

  /** Follows what changed among the rows. */
  follow({ add, update, remove }: RowDelta<AlarmRow>): void {
    // Taken out first: between a root as it was and as it is now, no row would have one place.
    this.#takeOut([...update, ...remove]);
    this.#putIn(sortedRows([...add, ...update], this.#order));
  }

  #takeOut(rows: readonly AlarmRow[]): void {
    if (rows.length === 0) return;
    const gone = new Set(rows.map(({ key }) => this.#byKey.get(key)));
    for (const { key } of rows) this.#byKey.delete(key);
    this.#rows = this.#rows.filter((row) => !gone.has(row));
  }

  /** Puts rows in, which are in order. */
  #putIn(rows: readonly AlarmRow[]): void {
    if (rows.length === 0) return;
    const after: AlarmRow[] = [];
    let copied = 0;
    for (const row of rows) {
      this.#byKey.set(row.key, row);
      const place = this.#firstNotBefore(row);
      copyInto(after, this.#rows, copied, place);
      copied = place;
      after.push(row);
    }
    copyInto(after, this.#rows, copied, this.#rows.length);
    this.#rows = after;
  }

  /** The place of the first row that does not come before this one. */
  #firstNotBefore(row: AlarmRow): number {
    const sought = keyed(row, this.#order);
    let low = 0;
    let high = this.#rows.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      const other = this.#rows[middle];
      if (other && compareKeyed(keyed(other, this.#order), sought, this.#order.descending) < 0)
        low = middle + 1;
      else high = middle;
    }
    return low;
  }
}

function copyInto(to: AlarmRow[], from: readonly AlarmRow[], begin: number, end: number): void {
  for (let place = begin; place < end; place += 1) {
    const row = from[place];
    if (row) to.push(row);
  }
}
