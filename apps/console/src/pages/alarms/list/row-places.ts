import type { OrderedRows } from '../../../data/ordered-rows.js';

/** The row of the heads comes first. */
const HEADS = 1;

/**
 * Tells screen readers which of all rows each is, and how many there are: the table numbers those that it knows. It does
 * so by itself whenever it draws, and is put right then.
 */
export class RowPlaces {
  readonly #viewport: HTMLElement;
  readonly #rows: OrderedRows;
  readonly #observer = new MutationObserver((changes) => {
    if (changes.some(numbersRows)) this.tell();
  });

  constructor(viewport: HTMLElement, rows: OrderedRows) {
    this.#viewport = viewport;
    this.#rows = rows;
    this.#observer.observe(viewport, {
      attributeFilter: ['aria-rowindex', 'aria-rowcount'],
      childList: true,
      subtree: true,
    });
  }

  /** Puts right what is drawn. */
  tell(): void {
    put(this.#viewport, 'aria-rowcount', this.#rows.length + HEADS);
    for (const row of this.#viewport.querySelectorAll('[role="row"][row-id]')) {
      const place = this.#rows.placeOf(row.getAttribute('row-id') ?? '');
      if (place !== undefined) put(row, 'aria-rowindex', place + 1 + HEADS);
    }
  }

  stop(): void {
    this.#observer.disconnect();
  }
}

/** A row is numbered anew, or another is drawn. */
function numbersRows({ type, target }: MutationRecord): boolean {
  return type === 'attributes' || (target instanceof Element && target.role === 'rowgroup');
}

/** Changes nothing that is right already, since that would have to be looked at again. */
function put(element: Element, attribute: string, value: number): void {
  if (element.getAttribute(attribute) !== String(value)) element.setAttribute(attribute, String(value));
}
