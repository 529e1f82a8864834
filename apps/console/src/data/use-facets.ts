import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { type AlarmView, filterQueryOf } from './alarm-view.js';
import { request } from './request.js';

/** How many values of a facet are read. */
const MOST_VALUES = 200;
const EVERY_MS = 5_000;

/** How many alarms of a view have which values, read anew while somebody looks at it. */
export function useFacets(view: AlarmView, wanted = true) {
  const query = { ...filterQueryOf(view), limit: MOST_VALUES };
  return useQuery({
    queryKey: ['facets', query],
    queryFn: ({ signal }) => request('GET /alarms/facets', { query, signal }),
    enabled: wanted,
    refetchInterval: EVERY_MS,
    placeholderData: keepPreviousData,
  });
}
