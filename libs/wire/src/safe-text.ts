import type { Info } from '@omc/alarm';

/** How deep an info may be nested, itself counted. */
export const MAX_INFO_DEPTH = 32;

const UNSTORABLE = /[\0\p{Cs}]/u;
const EACH_UNSTORABLE = /[\0\p{Cs}]/gu;

/** Whether a text holds what PostgreSQL cannot store: U+0000 or half of a surrogate pair. */
export function isUnstorable(text: string): boolean {
  return UNSTORABLE.test(text);
}

/** A text that PostgreSQL can store: U+0000 and halves of surrogate pairs become U+FFFD. */
export function safeText(text: string): string {
  return UNSTORABLE.test(text) ? text.replace(EACH_UNSTORABLE, '\uFFFD') : text;
}

/**
 * A copy of an info that can be stored and merged: texts and names made safe, `__proto__` left out.
 * Undefined if it is nested deeper than MAX_INFO_DEPTH.
 */
export function safeInfo(info: object): Info | undefined {
  return isShallow(info, MAX_INFO_DEPTH) ? safeObject(info) : undefined;
}

function isShallow(value: object, depth: number): boolean {
  if (depth === 0) return false;
  for (const inner of Object.values(value))
    if (typeof inner === 'object' && inner !== null && !isShallow(inner, depth - 1)) return false;
  return true;
}

function safeObject(source: object): Record<string, unknown> {
  const copy: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(source))
    if (name !== '__proto__') copy[safeText(name)] = safeValue(value);
  return copy;
}

function safeValue(value: unknown): unknown {
  if (typeof value === 'string') return safeText(value);
  if (Array.isArray(value)) return value.map(safeValue);
  return typeof value === 'object' && value !== null ? safeObject(value) : value;
}
