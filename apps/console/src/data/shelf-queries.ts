import type { ShelfResource } from '@omc/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { readAll } from './read-all.js';
import { request } from './request.js';

/** Which shelves: those that are planned or in force, or those that have ended. */
export type ShelfPart = 'now' | 'ended';

/** The shelves of a part, read anew every 10 s: how much each hides changes. */
export function useShelves(part: ShelfPart) {
  return useQuery({
    queryKey: ['shelves', part],
    queryFn: ({ signal }): Promise<ShelfResource[]> => {
      const state = part === 'ended' ? 'ended' : undefined;
      return readAll((cursor) => request('GET /shelves', { query: { state, cursor, limit: 1000 }, signal }));
    },
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
  });
}
