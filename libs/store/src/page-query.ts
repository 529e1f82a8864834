import type { AlarmSort } from '@omc/api';
import type { ResolvedFilter } from './alarm-conditions.js';
import { orderOf } from './alarm-sort.js';
import { foundPart, isByText } from './found-part.js';
import { listedPart, type PagePart } from './page-part.js';
import type { FoundWords } from './text-condition.js';

/**
 * The statement of one page. What is of both states is put together of the first of each, since each state has indexes
 * of its own.
 */
export class PageQuery {
  readonly parameters: unknown[] = [];
  readonly #sort: AlarmSort;
  readonly #limit: number;
  readonly #parts: readonly PagePart[];

  constructor(filter: ResolvedFilter, sort: AlarmSort, limit: number, words?: FoundWords) {
    this.#sort = sort;
    this.#limit = limit;
    this.#parts = byState(filter, words).map((each) =>
      isByText(each, sort, words)
        ? foundPart(this.parameters, each, sort, limit, words)
        : listedPart(this.parameters, each, sort, limit, words),
    );
  }

  /** Begins behind the end of a page; false where the cursor is not one of this list. */
  beginAfter(list: string, cursor: string): boolean {
    return this.#parts.every((part) => part.beginAfter(list, cursor));
  }

  get text(): string {
    const selects = this.#parts.map(({ select }) => select);
    if (selects.length === 1) return selects.join('');
    const all = selects.map((each) => `(${each})`).join(' union all ');
    return `select * from (${all}) page order by ${orderOf(this.#sort)} limit ${this.#limit}`;
  }
}

/** The current view has an index of its own, but texts have not: they are known by the states. */
function byState(filter: ResolvedFilter, words: FoundWords | undefined): ResolvedFilter[] {
  const active = { ...filter, state: 'active' } as const;
  const cleared = { ...filter, state: 'cleared' } as const;
  if (filter.state === 'all') return [active, cleared];
  if (filter.state !== 'current' || words === undefined) return [filter];
  return filter.ack === 'acknowledged' ? [active] : [active, { ...cleared, ack: 'unacknowledged' }];
}
