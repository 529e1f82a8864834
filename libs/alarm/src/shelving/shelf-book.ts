import type { BatchDraft } from '../batch.js';
import { OpenShelf } from './open-shelf.js';
import type { Shelf, ShelfEnd } from './shelf.js';

/** So many shelves are planned or in force at the most. */
export const MOST_SHELVES = 1_000;
/** So many of the last that ended are remembered. */
const MOST_ENDED = 1_000;

/** A shelf and how many active alarms it hides now. */
export interface ListedShelf {
  readonly shelf: Shelf;
  readonly hides: number;
}

/** Every shelf that is planned or in force, and the last that ended; each change of them is stored with the batch. */
export class ShelfBook {
  readonly #open = new Map<string, OpenShelf>();
  /** In the order in which they ended. */
  readonly #ended = new Map<string, Shelf>();

  constructor(stored: Iterable<Shelf>) {
    const ended: (Shelf & { readonly end: ShelfEnd })[] = [];
    for (const shelf of stored)
      if (shelf.end === undefined) this.#open.set(shelf.id, new OpenShelf(shelf));
      else ended.push({ ...shelf, end: shelf.end });
    for (const shelf of ended.sort((a, b) => a.end.at - b.end.at)) this.#ended.set(shelf.id, shelf);
  }

  get isFull(): boolean {
    return this.#open.size >= MOST_SHELVES;
  }

  /** Those that have not ended. */
  open(): Iterable<OpenShelf> {
    return this.#open.values();
  }

  findOpen(id: string): OpenShelf | undefined {
    return this.#open.get(id);
  }

  /** @param includes of which NEs alarms count as hidden; all where it is left out. */
  find(id: string, includes?: (ne: string) => boolean): ListedShelf | undefined {
    const open = this.#open.get(id);
    if (open !== undefined) return { shelf: open.shelf, hides: open.hides(includes) };
    const ended = this.#ended.get(id);
    return ended && { shelf: ended, hides: 0 };
  }

  /**
   * All of them, in the order in which they were asked for.
   *
   * @param includes of which NEs alarms count as hidden; all where it is left out.
   */
  list(includes?: (ne: string) => boolean): ListedShelf[] {
    const ended = [...this.#ended.values()].map((shelf) => ({ shelf, hides: 0 }));
    const open = [...this.#open.values()].map((each) => ({ shelf: each.shelf, hides: each.hides(includes) }));
    return [...ended, ...open].sort(byAge);
  }

  add(shelf: Shelf, draft: BatchDraft): OpenShelf {
    const open = new OpenShelf(shelf);
    this.#open.set(shelf.id, open);
    draft.registry.push({ kind: 'put-shelf', shelf });
    return open;
  }

  change(open: OpenShelf, change: Partial<Shelf>, draft: BatchDraft): void {
    open.shelf = { ...open.shelf, ...change };
    draft.registry.push({ kind: 'put-shelf', shelf: open.shelf });
  }

  end(open: OpenShelf, end: ShelfEnd, draft: BatchDraft): void {
    this.change(open, { end }, draft);
    this.#open.delete(open.shelf.id);
    this.#ended.set(open.shelf.id, open.shelf);
    for (const id of this.#ended.keys()) {
      if (this.#ended.size <= MOST_ENDED) break;
      this.#ended.delete(id);
      draft.registry.push({ kind: 'delete-shelf', id });
    }
  }
}

function byAge({ shelf: a }: ListedShelf, { shelf: b }: ListedShelf): number {
  return a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);
}
