import type { AlarmTypeResource } from '@omc/api';
import { keepPreviousData, MutationCache, QueryCache, QueryClient, useQuery } from '@tanstack/react-query';
import { readAll } from './read-all.js';
import { request } from './request.js';
import { isSignedOut, RequestProblem } from './request-errors.js';

/** The cache of what was read by REST. A refusal for want of a session ends in the sign-in page. */
export function newQueryClient(): QueryClient {
  const onError = (error: unknown) => {
    const wasSignedIn = client.getQueryData(['session']) !== undefined;
    if (wasSignedIn && isSignedOut(error)) void client.resetQueries({ queryKey: ['session'] });
  };
  const client: QueryClient = new QueryClient({
    queryCache: new QueryCache({
      onError: (error, query) => {
        if (query.queryKey[0] !== 'session') onError(error);
      },
    }),
    mutationCache: new MutationCache({ onError }),
    defaultOptions: {
      queries: {
        staleTime: 10_000,
        retry: (failures, error) => !(error instanceof RequestProblem) && failures < 2,
      },
    },
  });
  return client;
}

/** Who is signed in; its error is a 401 where nobody is. */
export function useSession() {
  return useQuery({
    queryKey: ['session'],
    queryFn: ({ signal }) => request('GET /session', { signal }),
    staleTime: 60_000,
  });
}

/** The counts over everything active, as they were when the page was opened. */
export function useFirstSummary() {
  return useQuery({
    queryKey: ['summary'],
    queryFn: ({ signal }) => request('GET /alarms/summary', { signal }),
    staleTime: Number.POSITIVE_INFINITY,
  });
}

/** The alarm catalogue by alarmId. */
export function useAlarmTypes() {
  return useQuery({
    queryKey: ['alarm-types'],
    queryFn: async ({ signal }): Promise<ReadonlyMap<number, AlarmTypeResource>> => {
      const types = await readAll((cursor) =>
        request('GET /alarm-types', { query: { cursor, limit: 1000 }, signal }),
      );
      return new Map(types.map((type) => [type.alarmId, type]));
    },
    staleTime: 300_000,
  });
}

/** One alarm, whether it is in the list or not. */
export function useAlarm(id: string, wanted = true) {
  return useQuery({
    queryKey: ['alarm', id],
    queryFn: ({ signal }) => request('GET /alarms/:id', { path: { id }, signal }),
    enabled: wanted,
  });
}

/** Why an alarm is there. Read anew every 5 s: of what becomes of its symptoms a root is not told. */
export function useExplanation(id: string) {
  return useQuery({
    queryKey: ['explanation', id],
    queryFn: ({ signal }) => request('GET /alarms/:id/explanation', { path: { id }, signal }),
    refetchInterval: 5_000,
  });
}

/** The newest alarms folded under an alarm, at most `limit`: symptoms of a root, members of a derived alarm. */
export function useGroup(id: string, limit: number, wanted: boolean) {
  return useQuery({
    queryKey: ['group', id, limit],
    queryFn: async ({ signal }) =>
      (await request('GET /alarms', { query: { group: id, state: 'active', limit }, signal })).items,
    enabled: wanted,
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
}

/** Every change of an alarm, oldest first; entries are only ever appended, so that their place names them. */
export function useAlarmLog(id: string) {
  return useQuery({
    queryKey: ['alarm-log', id],
    queryFn: ({ signal }) => request('GET /alarms/:id/log', { path: { id }, signal }),
    select: ({ items }) => items.map((entry, place) => ({ ...entry, place })),
  });
}

/** All registered NEs with their links, read anew every 10 s: links are not pushed. */
export function useNes() {
  return useQuery({
    queryKey: ['nes', 'links'],
    queryFn: ({ signal }) =>
      readAll((cursor) => request('GET /nes', { query: { cursor, limit: 1000 }, signal })),
    refetchInterval: 10_000,
    placeholderData: keepPreviousData,
  });
}

/** The ids of all NEs, once somebody wants them. */
export function useNeIds(wanted: boolean) {
  return useQuery({
    queryKey: ['nes', 'ids'],
    queryFn: async ({ signal }) => {
      const nes = await readAll((cursor) => request('GET /nes', { query: { cursor, limit: 1000 }, signal }));
      return nes.map(({ id }) => id);
    },
    enabled: wanted,
    staleTime: 60_000,
  });
}

/** Every hold-off filter as it takes effect. */
export function useFilters() {
  return useQuery({
    queryKey: ['filters'],
    queryFn: ({ signal }) =>
      readAll((cursor) => request('GET /filters', { query: { cursor, limit: 1000 }, signal })),
  });
}
