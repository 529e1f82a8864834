import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { historyQuery } from './history-view.js';
import { request } from './request.js';

const AT_ONCE = 200;

/** The alarms that a search over the history finds, page by page. A time that runs is fixed when the search begins. */
export function useHistory(own: Readonly<Record<string, string>>) {
  const found = useInfiniteQuery({
    queryKey: ['history', own],
    initialPageParam: {
      cursor: undefined as string | undefined,
      asked: undefined as HistoryQuery | undefined,
    },
    queryFn: async ({ pageParam: { cursor, asked = historyQuery(own, Date.now()) }, signal }) => {
      const page = await request('GET /alarms', { query: { ...asked, cursor, limit: AT_ONCE }, signal });
      return { ...page, asked };
    },
    getNextPageParam: ({ nextCursor, asked }) =>
      nextCursor === null ? undefined : { cursor: nextCursor, asked },
    placeholderData: keepPreviousData,
    staleTime: 30_000,
  });
  const { data } = found;
  const alarms = useMemo(() => data?.pages.flatMap(({ items }) => items), [data]);
  return { found, alarms };
}

type HistoryQuery = ReturnType<typeof historyQuery>;
