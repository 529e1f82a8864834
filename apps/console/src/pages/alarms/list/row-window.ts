import type { GridApi } from 'ag-grid-community';
import type { OrderedRows } from '../../../data/ordered-rows.js';
import { gapOf, isGap, type TableRow } from './table-row.js';

/** How many rows the table knows: some times what fits on the highest screen. */
const KNOWN = 400;
/** So near to the end of what it knows the table gets other rows. */
const NEAR = 50;

/**
 * Gives the table the rows around those in sight, and gaps as tall as all others: a table goes over all its rows with
 * every change, which with 100,000 takes longer than a key press may wait.
 * While rows come and go above those in sight, these stay where they are: the gap above keeps its height, and is put
 * right when somebody scrolls near to it.
 */
export class RowWindow {
  readonly #api: GridApi<TableRow>;
  readonly #rows: OrderedRows;
  readonly #viewport: HTMLElement;
  #shown: readonly TableRow[] = [];
  /** The place of the first row that the table knows. */
  #from = 0;
  /** How many more rows there are above those in sight than there is room for. */
  #drift = 0;

  constructor(api: GridApi<TableRow>, rows: OrderedRows, viewport: HTMLElement) {
    this.#api = api;
    this.#rows = rows;
    this.#viewport = viewport;
  }

  /** The place of what the table has at an index. */
  placeAt(index: number): number {
    return index - this.#gapAbove() + this.#from;
  }

  /** Where the table has what stands at a place; undefined where it does not know it. */
  indexOf(place: number): number | undefined {
    return place >= this.#from && place < this.#to() ? place - this.#from + this.#gapAbove() : undefined;
  }

  /** Changes the rows without moving those that are being read. */
  change(run: () => void): void {
    const inSight = this.#viewport.scrollTop > 0 ? this.#rowsInSight() : [];
    run();
    this.#drift = this.#driftOf(inSight);
    this.#fill();
  }

  /** Goes to the top, with rows in whatever order they are now. */
  toTop(): void {
    this.#drift = 0;
    this.#fillAround(0);
    if (this.#rows.length > 0) this.#api.ensureIndexVisible(0, 'top');
  }

  /** Brings a place into view; gives the index that the table has it at. */
  show(place: number): number {
    if (this.indexOf(place) === undefined) {
      this.#drift = 0;
      this.#fillAround(place);
    }
    const index = this.indexOf(place) ?? 0;
    this.#api.ensureIndexVisible(index);
    return index;
  }

  /** The table was scrolled: it gets other rows where it comes near to the end of those that it knows. */
  follow(): void {
    const { scrollTop } = this.#viewport;
    if (this.#reaches(this.#firstInSight())) return;
    if (this.#drift === 0) return this.#fill();
    const first = this.#firstInSight();
    const goesOn = scrollTop > 0 && first < this.#to() && first + this.#fitting() >= this.#from;
    const moved = goesOn ? this.#drift * this.#rowHeight() : 0;
    this.#drift = 0;
    this.#fillAround(Math.floor((scrollTop + moved) / this.#rowHeight()));
    if (moved !== 0) this.#scrollTo(scrollTop + moved);
  }

  /** Rows that are in sight, each with its place. */
  #rowsInSight(): { readonly key: string; readonly place: number }[] {
    const first = this.#firstInSight();
    const rows = this.#rows.slice(first, first + this.#fitting());
    return rows.map(({ key }, nth) => ({ key, place: first + nth }));
  }

  /** What the drift becomes so that the first of these that is still there does not move. */
  #driftOf(inSight: readonly { readonly key: string; readonly place: number }[]): number {
    const most = Math.max(0, this.#rows.length - this.#fitting());
    for (const { key, place } of inSight) {
      const now = this.#rows.placeOf(key);
      if (now !== undefined) return Math.min(this.#drift + now - place, most);
    }
    return 0;
  }

  #fill(): void {
    const first = this.#firstInSight();
    if (this.#reaches(first)) this.#give(this.#from);
    else this.#fillAround(first);
  }

  #fillAround(first: number): void {
    this.#give(first - Math.floor((KNOWN - this.#fitting()) / 2));
  }

  #give(from: number): void {
    this.#from = Math.max(0, this.#drift, Math.min(from, this.#rows.length - KNOWN));
    const rows = [
      ...gapOf('above', this.#from - this.#drift),
      ...this.#rows.slice(this.#from, this.#to()),
      ...gapOf('below', this.#rows.length - this.#to()),
    ];
    if (areSame(rows, this.#shown)) return;
    this.#shown = rows;
    this.#api.setGridOption('rowData', rows);
  }

  /** Whether the table knows what is around a place, as far as there is anything. */
  #reaches(first: number): boolean {
    const above = (this.#from === 0 && this.#drift === 0) || first - this.#from >= NEAR;
    const below = this.#to() === this.#rows.length || this.#to() - first - this.#fitting() >= NEAR;
    return above && below && first <= this.#to();
  }

  /** At once, and not with the next frame as the table would: nothing is to flicker. */
  #scrollTo(pixel: number): void {
    const index = this.indexOf(Math.floor(pixel / this.#rowHeight()));
    if (index !== undefined) this.#api.ensureIndexVisible(index, 'top');
    this.#viewport.scrollTop = pixel;
  }

  #to(): number {
    return Math.min(this.#from + KNOWN, this.#rows.length);
  }

  #gapAbove(): 0 | 1 {
    return this.#from - this.#drift > 0 ? 1 : 0;
  }

  #firstInSight(): number {
    return this.#drift + Math.floor(this.#viewport.scrollTop / this.#rowHeight());
  }

  #fitting(): number {
    return Math.ceil(this.#viewport.clientHeight / this.#rowHeight());
  }

  #rowHeight(): number {
    return this.#api.getSizesForCurrentTheme().rowHeight;
  }
}

function areSame(a: readonly TableRow[], b: readonly TableRow[]): boolean {
  return a.length === b.length && a.every((row, at) => row === b[at] || isSameGap(row, b[at]));
}

function isSameGap(a: TableRow, b: TableRow | undefined): boolean {
  return b !== undefined && isGap(a) && a.key === b.key;
}

/** How tall a row of the table is, in pixels; undefined: as any. */
export function heightOf({
  data,
  api,
}: {
  data: TableRow | undefined;
  api: GridApi<TableRow>;
}): number | undefined {
  return data && isGap(data) ? data.rows * api.getSizesForCurrentTheme().rowHeight : undefined;
}
