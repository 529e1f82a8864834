import type { Column, GridApi } from 'ag-grid-community';
import type { OrderedRows } from '../../../data/ordered-rows.js';
import { type Gap, gapOf, isGap, type TableRow } from './table-row.js';

/** How many rows the table knows: some times what fits on the highest screen. */
const KNOWN = 400;
/** So near to the end of what it knows the table gets other rows; where more fits on the screen, a page before it. */
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
    if (this.#rows.length > 0) this.#scrollToIndex(0, 'top');
  }

  /** Brings a place into view; gives the index that the table has it at. */
  show(place: number): number {
    if (this.indexOf(place) === undefined) {
      this.#drift = 0;
      this.#fillAround(place);
    }
    const index = this.indexOf(place) ?? 0;
    this.#scrollToIndex(index);
    return index;
  }

  /** Gives the keyboard to a cell, where it is: a browser would scroll to it. */
  focus(index: number, column: Column): void {
    const { scrollTop } = this.#viewport;
    this.#api.setFocusedCell(index, column);
    this.#viewport.scrollTop = scrollTop;
  }

  /** Rows may be of another height now, which the table gives to all. */
  remeasure(): void {
    if (this.#stretch(this.#shown)) this.#api.onRowHeightChanged();
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
    const above = gapOf('above', this.#from - this.#drift);
    const below = gapOf('below', this.#rows.length - this.#to());
    const rows = [...above, ...this.#rows.slice(this.#from, this.#to()), ...below];
    if (areSame(rows, this.#shown)) return;
    // A gap that is new is as tall as a row until it is told: so it begins in the place of one, and nothing moves.
    if (above.length > 0 && !this.#hasGap('above'))
      this.#set([...gapOf('above', 1), ...this.#shown.slice(1)]);
    if (below.length > 0 && !this.#hasGap('below'))
      this.#set([...this.#shown.slice(0, -1), ...gapOf('below', 1)]);
    this.#set(rows);
  }

  #hasGap(key: Gap['key']): boolean {
    return this.#shown.length === 0 || this.#api.getRowNode(key) !== undefined;
  }

  #set(rows: readonly TableRow[]): void {
    this.#stretch(rows);
    this.#withHeldFocus(rows, () => {
      this.#shown = rows;
      this.#api.setGridOption('rowData', [...rows]);
    });
    if (this.#stretch(rows)) this.#api.onRowHeightChanged();
  }

  /** Makes gaps as tall as they are to be; true where one was not. */
  #stretch(rows: readonly TableRow[]): boolean {
    let stretched = false;
    for (const gap of rows.filter(isGap)) {
      const node = this.#api.getRowNode(gap.key);
      const height = gap.rows * this.#rowHeight();
      if (!node || node.rowHeight === height) continue;
      node.setRowHeight(height);
      stretched = true;
    }
    return stretched;
  }

  /** The table keeps the focus at an index, and would give it to whatever stands there now. */
  #withHeldFocus(rows: readonly TableRow[], give: () => void): void {
    const focused = this.#api.getFocusedCell();
    const key = focused ? this.#shown[focused.rowIndex]?.key : undefined;
    const index = rows.findIndex((row) => row.key === key);
    if (!focused || index === focused.rowIndex) return give();
    const hasKeyboard = isInTable();
    this.#api.clearFocusedCell();
    give();
    if (hasKeyboard && index >= 0) this.focus(index, focused.column);
  }

  /** Whether the table knows what is around a place, as far as there is anything. */
  #reaches(first: number): boolean {
    const near = Math.max(NEAR, this.#fitting());
    const above = (this.#from === 0 && this.#drift === 0) || first - this.#from >= near;
    const below = this.#to() === this.#rows.length || this.#to() - first - this.#fitting() >= near;
    return above && below && first <= this.#to();
  }

  /** At once, and not with the next frame as the table would: nothing is to flicker. */
  #scrollTo(pixel: number): void {
    const index = this.indexOf(Math.floor(pixel / this.#rowHeight()));
    if (index !== undefined) this.#api.ensureIndexVisible(index, 'top');
    this.#viewport.scrollTop = pixel;
    this.#tellScrolled();
  }

  #scrollToIndex(index: number, position?: 'top'): void {
    this.#api.ensureIndexVisible(index, position);
    this.#tellScrolled();
  }

  /** The table's own scroll bar is moved when this is heard; until then it would take the rows to where it stands. */
  #tellScrolled(): void {
    this.#viewport.dispatchEvent(new Event('scroll'));
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

/** Whether the keyboard is in a cell. */
export function isInTable(): boolean {
  return document.activeElement?.closest('[role="gridcell"]') != null;
}

function areSame(a: readonly TableRow[], b: readonly TableRow[]): boolean {
  return a.length === b.length && a.every((row, at) => row === b[at] || isSameGap(row, b[at]));
}

function isSameGap(a: TableRow, b: TableRow | undefined): boolean {
  return b !== undefined && isGap(a) && isGap(b) && a.rows === b.rows;
}
