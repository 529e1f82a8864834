import type { ConditionResource, FilterResource } from '@omc/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useMemo } from 'react';
import { filterIndex } from '../../data/effective-filter.js';
import { useFilters } from '../../data/queries.js';
import { request } from '../../data/request.js';

/** How many keys of each phase are read at once: what is beyond is counted in the header. */
export const MOST_PENDING = 1000;
const REFRESH_MS = 2000;

/** A key in its window, with the filter that it waits for. */
export interface PendingRow extends ConditionResource {
  readonly key: string;
  readonly filter: FilterResource | null;
  readonly phase: Exclude<ConditionResource['phase'], 'active'>;
}

/** The keys whose window is running, read anew every 2 s while the page is seen: each is gone within its window. */
export function usePending() {
  const { data: filters } = useFilters();
  const query = useQuery({
    queryKey: ['conditions', 'pending'],
    queryFn: async ({ signal }) => {
      const pages = await Promise.all(
        (['pending-raise', 'pending-clear'] as const).map((phase) =>
          request('GET /conditions', { query: { phase, limit: MOST_PENDING }, signal }),
        ),
      );
      return {
        items: pages.flatMap(({ items }) => items),
        cut: pages.some((page) => page.nextCursor !== null),
      };
    },
    refetchInterval: REFRESH_MS,
    placeholderData: keepPreviousData,
  });
  const rows = useMemo(
    () => query.data && withFilters(query.data.items, filters ?? []),
    [query.data, filters],
  );
  return { query, rows, cut: query.data?.cut ?? false };
}

function withFilters(
  conditions: readonly ConditionResource[],
  filters: readonly FilterResource[],
): PendingRow[] {
  const filterOf = filterIndex(filters);
  return conditions.map((condition) => ({
    ...condition,
    phase: condition.phase === 'pending-raise' ? condition.phase : 'pending-clear',
    key: `${condition.alarmId} ${condition.ne}//${condition.object}`,
    filter: filterOf(condition) ?? null,
  }));
}
