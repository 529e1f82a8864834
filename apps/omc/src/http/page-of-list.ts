import type { PageQuery } from '@omc/api';
import { decodePageEnd, encodePageEnd, type PageEnd } from '@omc/store';
import { wrongCursor } from './problem-exception.js';

/** What a list is in order of: the value, of equals the id. */
export type PageKey = Pick<PageEnd, 'value' | 'id'>;

/**
 * The page of a list that a query asks for, in ascending order of its keys. `items` is all of it; `name` is that of the
 * list, whose cursors are good for no other. Throws a 400 for a cursor that is none of this list.
 */
export function pageOfList<Item>(
  name: string,
  items: readonly Item[],
  keyOf: (item: Item) => PageKey,
  { cursor, limit }: PageQuery,
): { items: Item[]; nextCursor: string | null } {
  const end = cursor === undefined ? undefined : endOf(name, cursor);
  const keyed = items.map((item) => ({ item, key: keyOf(item) })).sort((a, b) => order(a.key, b.key));
  const rest = end === undefined ? keyed : keyed.filter(({ key }) => order(key, end) > 0);
  const page = rest.slice(0, limit);
  const last = rest.length > limit ? page.at(-1) : undefined;
  const nextCursor = last === undefined ? null : encodePageEnd({ sort: name, ...last.key });
  return { items: page.map(({ item }) => item), nextCursor };
}

function endOf(name: string, cursor: string): PageKey {
  const end = decodePageEnd(cursor);
  if (end?.sort !== name) throw wrongCursor();
  return end;
}

function order(a: PageKey, b: PageKey): number {
  if (a.value !== b.value) return a.value < b.value ? -1 : 1;
  return a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
}
