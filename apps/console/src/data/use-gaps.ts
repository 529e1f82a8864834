import { useQuery } from '@tanstack/react-query';
import { readAll } from './read-all.js';
import { request } from './request.js';

/** How many numbers of messages never came, by NE; for who sees all NEs. */
export function useGaps(wanted: boolean) {
  return useQuery({
    queryKey: ['ledger', 'gaps'],
    queryFn: async ({ signal }): Promise<ReadonlyMap<string, number>> => {
      const query = { source: 'link', reason: 'gap', limit: 1000 };
      const losses = await readAll((cursor) =>
        request('GET /ledger', { query: { ...query, cursor }, signal }),
      );
      return new Map(losses.map(({ from, count }) => [from, count]));
    },
    enabled: wanted,
    refetchInterval: 30_000,
  });
}
