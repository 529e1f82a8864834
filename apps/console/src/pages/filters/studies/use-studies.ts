import type { FilterPut } from '@omc/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from '../../../data/request.js';

/** Over how many days of stored reports a filter is tried. */
export const studyDays = [1, 7, 30] as const;
export type StudyDays = (typeof studyDays)[number];

const DAY_MS = 86_400_000;

function timeOf(days: StudyDays) {
  const now = Date.now();
  return { from: new Date(now - days * DAY_MS).toISOString(), until: new Date(now).toISOString() };
}

/** What a filter would have done to the stored reports; asked anew when the filter changes. */
export function useDryRun(filter: FilterPut | null, days: StudyDays) {
  return useQuery({
    queryKey: ['dry-run', filter, days],
    queryFn: ({ signal }) =>
      request('POST /filters/dry-run', {
        body: { ...(filter ?? { alarmId: 0 }), ...timeOf(days) },
        signal,
      }),
    enabled: filter !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}

/** Windows that suit the stored reports of a scope. */
export function useAdvice(scope: Pick<FilterPut, 'alarmId' | 'ne' | 'object'> | null, days: StudyDays) {
  return useQuery({
    queryKey: ['advice', scope?.alarmId, scope?.ne, scope?.object, days],
    queryFn: ({ signal }) =>
      request('GET /filters/advice', {
        query: { alarmId: scope?.alarmId, ne: scope?.ne, object: scope?.object, ...timeOf(days) },
        signal,
      }),
    enabled: scope !== null,
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
}
