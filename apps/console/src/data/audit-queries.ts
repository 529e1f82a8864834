import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { request } from './request.js';
import { rangeQuery, readRange } from './time-range.js';

const AT_ONCE = 200;
type Own = Readonly<Record<string, string>>;

/** What of the audit log can be asked for by name. */
export const auditMembers = ['user', 'action', 'target'] as const;

/** A selection out of what the page keeps in the address, as REST takes it. */
export function auditSelection(own: Own, now: number): Record<string, string | undefined> {
  const named = auditMembers.map((name) => [name, own[name] || undefined]);
  return { ...Object.fromEntries(named), ...rangeQuery(readRange(own), now) };
}

/** The entries of the audit log, the newest first, page by page. */
export function useAudit(own: Own, wanted: boolean) {
  const found = useInfiniteQuery({
    queryKey: ['audit', own],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam: cursor, signal }) =>
      request('GET /audit', {
        query: { ...auditSelection(own, Date.now()), cursor, limit: AT_ONCE },
        signal,
      }),
    getNextPageParam: ({ nextCursor }) => nextCursor ?? undefined,
    placeholderData: keepPreviousData,
    enabled: wanted,
  });
  const { data } = found;
  const entries = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  return { found, entries };
}
