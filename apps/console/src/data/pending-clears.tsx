import type { ConditionResource } from '@omc/api';
import { useQuery } from '@tanstack/react-query';
import { createContext, type ReactNode, use, useMemo } from 'react';
import { request } from './request.js';
import { useSummary } from './use-summary.js';

/** Those read at once: what is beyond bears no mark. */
const MOST = 1000;
const REFRESH_MS = 3_000;

type PendingClear = Pick<ConditionResource, 'deadline' | 'held'>;
const none: ReadonlyMap<string, PendingClear> = new Map();

const PendingClears = createContext(none);

/**
 * Knows for everything below which alarms are in their restore window, whose fault is over unless it comes back. That is
 * no part of an alarm, so it is read beside the list, and only while the counts say that there are any.
 */
export function PendingClearsProvider({ children }: { children: ReactNode }): ReactNode {
  const some = (useSummary()?.pending.clear ?? 0) > 0;
  const { data } = useQuery({
    queryKey: ['conditions', 'pending-clear'],
    queryFn: ({ signal }) =>
      request('GET /conditions', { query: { phase: 'pending-clear', limit: MOST }, signal }),
    enabled: some,
    refetchInterval: REFRESH_MS,
  });
  const clears = useMemo(
    () =>
      new Map((data?.items ?? []).flatMap((one) => (one.alarm === null ? [] : [[one.alarm, one] as const]))),
    [data],
  );
  return <PendingClears value={some ? clears : none}>{children}</PendingClears>;
}

/** When an alarm is about to clear; undefined where it is not. */
export function usePendingClear(id: string | undefined): PendingClear | undefined {
  const clears = use(PendingClears);
  return id === undefined ? undefined : clears.get(id);
}
