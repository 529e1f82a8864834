import type { AlarmResource } from '@omc/api';
import { type AlarmRow, isSameRow } from './alarm-row.js';
import type { RowDelta } from './alarm-rows.js';
import { CauseIndex } from './cause-index.js';

/** How the list is laid out: symptoms folded below their roots, or every alarm by itself. */
export type ListLayout = 'causes' | 'flat';

/**
 * The rows of the alarm list, laid out flat for a table that knows no trees: a symptom has a row below each of its
 * roots that is unfolded, and one at the top where none of its roots is in the list.
 * A change costs what it touches, never the length of the list.
 */
export class CauseRows {
  readonly #layout: ListLayout;
  readonly #unfolded: Set<string>;
  readonly #index = new CauseIndex();
  readonly #rows = new Map<string, AlarmRow>();
  readonly #keys = new Map<string, readonly string[]>();

  /** `unfolded`: ids of the alarms whose symptoms are shown; it is kept up to date here. */
  constructor(layout: ListLayout, unfolded: Set<string> = new Set()) {
    this.#layout = layout;
    this.#unfolded = unfolded;
  }

  /** All rows, in no order: that is the table's. */
  rows(): AlarmRow[] {
    return [...this.#rows.values()];
  }

  /** Follows what changed among the alarms; answers what a table has to do. */
  follow({ add, update, remove }: RowDelta): RowDelta<AlarmRow> {
    const touched = new Set<string>();
    for (const alarm of [...add, ...update]) this.#set(alarm.id, alarm, touched);
    for (const { id } of remove) this.#set(id, undefined, touched);
    return this.#draw(touched);
  }

  /** Shows or hides the symptoms below an alarm. */
  unfold(id: string, unfolded: boolean): RowDelta<AlarmRow> {
    if (unfolded) this.#unfolded.add(id);
    else this.#unfolded.delete(id);
    const touched = new Set([id]);
    this.#index.touchSymptoms(id, touched);
    return this.#draw(touched);
  }

  /** The root to unfold so that an alarm has a row; null where it has one, or can have none. */
  hiddenBelow(id: string): string | null {
    const alarm = this.#index.get(id);
    if (!alarm || this.#keys.has(id)) return null;
    return this.#index.rootsOf(alarm)[0]?.id ?? null;
  }

  /** The key of the first row of an alarm. */
  keyOf(id: string): string | undefined {
    return this.#keys.get(id)?.[0];
  }

  #set(id: string, alarm: AlarmResource | undefined, touched: Set<string>): void {
    this.#index.set(id, alarm, touched);
    // What stands below a root is sorted with it, and so moves with it.
    if (this.#unfolded.has(id)) this.#index.touchSymptoms(id, touched);
  }

  #draw(touched: ReadonlySet<string>): RowDelta<AlarmRow> {
    const delta = { add: [], update: [], remove: [] } as { [Part in keyof RowDelta]: AlarmRow[] };
    for (const id of touched) {
      const rows = this.#rowsOf(id);
      this.#drop(
        id,
        rows.map(({ key }) => key),
        delta.remove,
      );
      for (const row of rows) this.#put(row, delta);
    }
    return delta;
  }

  /** Takes out the rows of an alarm that are not among those it keeps. */
  #drop(id: string, kept: readonly string[], removed: AlarmRow[]): void {
    for (const key of this.#keys.get(id) ?? []) {
      const gone = kept.includes(key) ? undefined : this.#rows.get(key);
      if (!gone) continue;
      removed.push(gone);
      this.#rows.delete(key);
    }
    if (kept.length > 0) this.#keys.set(id, kept);
    else this.#keys.delete(id);
  }

  #put(row: AlarmRow, delta: { add: AlarmRow[]; update: AlarmRow[] }): void {
    const before = this.#rows.get(row.key);
    if (before && isSameRow(before, row)) return;
    delta[before ? 'update' : 'add'].push(row);
    this.#rows.set(row.key, row);
  }

  #rowsOf(id: string): AlarmRow[] {
    const alarm = this.#index.get(id);
    if (!alarm) return [];
    const roots = this.#layout === 'causes' ? this.#index.rootsOf(alarm) : [];
    if (roots.length === 0) return [this.#row(id, alarm, null)];
    return roots
      .filter((root) => this.#unfolded.has(root.id))
      .map((root) => this.#row(`${root.id}/${id}`, alarm, root));
  }

  #row(key: string, alarm: AlarmResource, below: AlarmResource | null): AlarmRow {
    const symptoms = alarm.correlation.role === 'symptom' ? 0 : this.#index.symptomsOf(alarm.id).size;
    return {
      key,
      alarm,
      below,
      symptoms,
      gravest: symptoms > 0 ? this.#index.gravestOf(alarm.id) : null,
      unfolded: symptoms > 0 && this.#layout === 'causes' && this.#unfolded.has(alarm.id),
    };
  }
}
