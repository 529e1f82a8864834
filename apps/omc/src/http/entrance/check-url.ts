import { repeatedMembers } from '@omc/api';
import type { Refused } from './refused.js';

const MOST_MEMBERS = 100;

/** What is wrong with the path and query of a request, before anything is made of them. */
export function faultOfUrl(url: string): Refused | undefined {
  const [path = '', ...query] = url.split('?');
  if (decoded(path) === undefined)
    return { reason: 'the path is not encoded as RFC 3986 says: percent signs are %25' };
  if (decoded(path)?.includes('\0')) return { reason: 'the path must not contain NUL' };
  return faultOfQuery(query.join('?'));
}

function faultOfQuery(query: string): Refused | undefined {
  if (query === '') return undefined;
  const seen = new Set<string>();
  const pairs = query.split('&');
  if (pairs.length > MOST_MEMBERS) return { reason: `the query has more than ${MOST_MEMBERS} members` };
  for (const pair of pairs) {
    const [name, value] = [pair.split('=')[0] ?? '', pair].map((text) => decoded(text.replaceAll('+', ' ')));
    if (name === undefined || value === undefined)
      return {
        field: shown(pair.split('=')[0] ?? ''),
        reason: 'is not encoded as RFC 3986 says: percent signs are %25',
      };
    if (value.includes('\0')) return { field: shown(name), reason: 'must not contain NUL' };
    if (seen.has(name) && !repeatedMembers.includes(name))
      return { field: shown(name), reason: 'is there twice; several values are joined by commas' };
    seen.add(name);
  }
  return undefined;
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch (error) {
    if (error instanceof URIError) return undefined;
    throw error;
  }
}

function shown(name: string): string {
  return name.replaceAll('\0', '').slice(0, 64);
}
