import type { AlarmSort } from '@omc/api';
import { conditionsOf, type ResolvedFilter } from './alarm-conditions.js';
import { beginAfter, orderOf } from './alarm-sort.js';
import type { Conditions } from './conditions.js';
import type { FoundWords } from './text-condition.js';

/**
 * The statement of one page. What is of both states is put together of the first of each, since each state has indexes
 * of its own.
 */
export class PageQuery {
  readonly parameters: unknown[] = [];
  readonly #sort: AlarmSort;
  readonly #limit: number;
  readonly #branches: readonly Conditions[];

  constructor(filter: ResolvedFilter, sort: AlarmSort, limit: number, words?: FoundWords) {
    this.#sort = sort;
    this.#limit = limit;
    const states = filter.state === 'all' ? (['active', 'cleared'] as const) : [filter.state];
    this.#branches = states.map((state) => conditionsOf({ ...filter, state }, this.parameters, words));
  }

  /** Begins behind the end of a page; false where the cursor is not one of this list. */
  beginAfter(list: string, cursor: string): boolean {
    return this.#branches.every((conditions) => beginAfter(conditions, this.#sort, list, cursor));
  }

  get text(): string {
    const end = `order by ${orderOf(this.#sort)} limit ${this.#limit}`;
    const selects = this.#branches.map(({ where }) => `select * from alarm ${where} ${end}`);
    if (selects.length === 1) return selects.join('');
    return `select * from (${selects.map((each) => `(${each})`).join(' union all ')}) page ${end}`;
  }
}
