import { z } from 'zod';
import type { Refused } from './refused.js';

/** How deep a body may be nested. */
const MOST_DEPTH = 32;

/** Names that objects have by themselves: a member of that name means no good. */
const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype']);

/** What is wrong with parsed JSON, whatever it is meant to be; undefined where nothing is. */
export function faultOfJson(value: unknown): Refused | undefined {
  return faultAt(value, []);
}

function faultAt(value: unknown, path: (string | number)[]): Refused | undefined {
  if (typeof value === 'string') return faultOfText(value, path);
  if (typeof value !== 'object' || value === null) return undefined;
  if (path.length >= MOST_DEPTH) return { reason: `the body is nested more than ${MOST_DEPTH} levels deep` };
  const members: Iterable<[string | number, unknown]> = Array.isArray(value)
    ? value.entries()
    : Object.entries(value);
  for (const [name, inner] of members) {
    const fault = faultOfName(name, path) ?? faultAt(inner, [...path, name]);
    if (fault !== undefined) return fault;
  }
  return undefined;
}

function faultOfText(text: string, path: readonly (string | number)[]): Refused | undefined {
  return text.includes('\0') ? { ...named(path), reason: 'must not contain NUL' } : undefined;
}

function faultOfName(name: string | number, path: readonly (string | number)[]): Refused | undefined {
  if (typeof name === 'number') return undefined;
  if (FORBIDDEN.has(name)) return { ...named([...path, name]), reason: 'is not allowed as a name' };
  return faultOfText(name, path);
}

function named(path: readonly (string | number)[]): Pick<Refused, 'field'> {
  return path.length === 0 ? {} : { field: z.core.toDotPath(path) };
}
