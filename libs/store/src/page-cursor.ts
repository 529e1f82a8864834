import { createHash } from 'node:crypto';
import { z } from 'zod';

const shape = z.tuple([z.string(), z.union([z.string(), z.number()]), z.string()]);

/** Where a page ended: the list that it was of, and the last row's value and id. */
export interface PageEnd {
  /** A cursor is good for the list alone that gave it out: see `listName`. */
  readonly sort: string;
  readonly value: string | number;
  readonly id: string;
}

/** A page's end as an opaque text. */
export function encodePageEnd({ sort, value, id }: PageEnd): string {
  return Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');
}

/** The page's end that a text stands for; undefined where it is none of ours. */
export function decodePageEnd(cursor: string): PageEnd | undefined {
  try {
    const parsed = shape.safeParse(JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8')));
    if (!parsed.success) return undefined;
    const [sort, value, id] = parsed.data;
    return { sort, value, id };
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}

/** A name for a list: that of its sort, with a print of what it is filtered by. */
export function listName(sort: string, filter: Readonly<Record<string, unknown>>): string {
  const members = Object.entries(filter).filter(([, value]) => value !== undefined);
  if (members.length === 0) return sort;
  const print = createHash('sha256').update(JSON.stringify(members.sort(([a], [b]) => (a < b ? -1 : 1))));
  return `${sort} ${print.digest('base64url').slice(0, 10)}`;
}
