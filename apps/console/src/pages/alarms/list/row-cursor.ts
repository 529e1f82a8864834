import type { Column, GridApi } from 'ag-grid-community';
import { type AlarmRow, isFoldable } from '../../../data/alarm-row.js';
import type { OrderedRows } from '../../../data/ordered-rows.js';
import { isInTable, type RowWindow } from './row-window.js';
import { isGap, type TableRow } from './table-row.js';

/** Cells of a row from afar are drawn within so many frames. */
const FRAMES = 10;

/** The row that the keyboard is at, which is marked; where that has gone, what stands in its place. */
export class RowCursor {
  readonly #api: GridApi<TableRow>;
  readonly #rows: OrderedRows;
  readonly #window: RowWindow;
  #column: Column | undefined;
  #at: { readonly key: string; readonly place: number | null } | null = null;

  constructor(api: GridApi<TableRow>, rows: OrderedRows, window: RowWindow) {
    this.#api = api;
    this.#rows = rows;
    this.#window = window;
  }

  current(): AlarmRow | undefined {
    const place = this.#place();
    return place === undefined ? undefined : this.#rows.at(place);
  }

  /** Other alarms are shown: the marked row is where it is among those, or nowhere. */
  leavePlace(): void {
    if (this.#at) this.#at = { key: this.#at.key, place: null };
    this.#api.clearFocusedCell();
  }

  /** Follows the marked row to its place after rows came or went. */
  hold(): void {
    const place = this.#at ? this.#rows.placeOf(this.#at.key) : undefined;
    if (!this.#at || place === undefined) return;
    this.#at = { key: this.#at.key, place };
    this.mark();
  }

  /** Marks the row that has the focus at this moment; the table tells of a focus later, when keys may have moved it on. */
  markFocused(): AlarmRow | undefined {
    const focused = this.#api.getFocusedCell();
    const row = focused ? this.#api.getDisplayedRowAtIndex(focused.rowIndex)?.data : undefined;
    if (!focused || !row || isGap(row)) return undefined;
    this.#column = focused.column;
    this.#at = { key: row.key, place: this.#window.placeAt(focused.rowIndex) };
    this.mark();
    return row;
  }

  /** Gives the keyboard to the table, at the current row or else the first; false where there is none. */
  focus(column = this.#column): boolean {
    if (column !== this.#column) this.#api.clearFocusedCell();
    this.#column = column;
    return this.goTo(this.#place() ?? 0);
  }

  /** Goes so many rows down, or up, as far as there are any; from nowhere it is one down to the first row. */
  move(by: number): void {
    const last = this.#rows.length - 1;
    this.goTo(Math.min(last, Math.max(0, (this.#place() ?? -1) + by)));
  }

  /** Gives the keyboard to the row at a place; false where there is none. */
  goTo(place: number): boolean {
    const row = this.#rows.at(place);
    if (!row) return false;
    this.#window.show(place);
    this.#at = { key: row.key, place };
    this.mark();
    // What has the keyboard gives it up already now: a head would keep it.
    if (!isInTable() && document.activeElement instanceof HTMLElement) document.activeElement.blur();
    this.#giveKeyboard(FRAMES);
    return true;
  }

  /** Marks a row and brings it into view; false while it is not there. */
  show(key: string): boolean {
    const place = this.#rows.placeOf(key);
    if (place === undefined) return false;
    if (this.#at?.key === key) return true;
    this.#at = { key, place };
    this.#window.show(place);
    this.mark();
    return true;
  }

  /** Whether a row of the alarm is marked already, of however many it has. */
  isAt(alarmId: string): boolean {
    return this.#at !== null && this.current()?.alarm.id === alarmId;
  }

  /**
   * Unfolds or folds the current row as the arrows do in a tree: to the right opens it; to the left closes it,
   * or goes from a symptom to its root. False where there is nothing to do, so that the arrow may do what it else does.
   */
  turn(to: 'right' | 'left', unfold: (id: string, unfolded: boolean) => void): boolean {
    const row = this.current();
    if (!row) return false;
    if (row.below !== null) return to === 'left' && this.#goToKey(row.below.id);
    if (!isFoldable(row) || row.unfolded === (to === 'right')) return false;
    unfold(row.alarm.id, to === 'right');
    return true;
  }

  #goToKey(key: string): boolean {
    const place = this.#rows.placeOf(key);
    return place !== undefined && this.goTo(place);
  }

  #place(): number | undefined {
    // Where a click went the table tells later than the next key may come.
    if (isInTable()) this.markFocused();
    if (!this.#at) return undefined;
    const place = this.#rows.placeOf(this.#at.key);
    if (place !== undefined || this.#at.place === null || this.#rows.length === 0) return place;
    return Math.min(this.#at.place, this.#rows.length - 1);
  }

  /** Gives the keyboard to the marked row, now and, while nothing has it, with as many frames. */
  #giveKeyboard(frames: number): void {
    this.#focus();
    if (frames === 0) return;
    requestAnimationFrame(() => document.activeElement === document.body && this.#giveKeyboard(frames - 1));
  }

  /** Puts the focus at the marked row, in the column where it was. */
  #focus(): void {
    const index = this.#at && this.#api.getRowNode(this.#at.key)?.rowIndex;
    this.#column = this.#api.getFocusedCell()?.column ?? this.#column;
    const columns = this.#api.getAllDisplayedColumns();
    const column = columns.find((one) => one === this.#column) ?? columns[0];
    if (typeof index === 'number' && column) this.#window.focus(index, column);
  }

  /** Marks the row in the table, where it knows that. */
  mark(): void {
    const node = this.#at && this.#api.getRowNode(this.#at.key);
    if (node && !node.isSelected()) node.setSelected(true, true);
  }
}
