import type { AlarmSort } from '@omc/api';
import { conditionsOf, type ResolvedFilter } from './alarm-conditions.js';
import { beginAfter, orderOf } from './alarm-sort.js';
import type { FoundWords } from './text-condition.js';

/** What the alarms of one state give to a page: the first of them in its order. */
export interface PagePart {
  /** Begins behind the end of a page; false where the cursor is not one of this list. */
  beginAfter(list: string, cursor: string): boolean;
  readonly select: string;
}

/** The first of a list, by the way that PostgreSQL chooses. */
export function listedPart(
  parameters: unknown[],
  filter: ResolvedFilter,
  sort: AlarmSort,
  limit: number,
  words?: FoundWords,
): PagePart {
  const conditions = conditionsOf(filter, parameters, words);
  return {
    beginAfter: (list, cursor) => beginAfter(conditions, sort, list, cursor),
    get select() {
      return `select * from alarm ${conditions.where} order by ${orderOf(sort)} limit ${limit}`;
    },
  };
}
