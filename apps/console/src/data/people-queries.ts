import type { ApiTokenResource, OpenSessionResource } from '@omc/api';
import { useQuery } from '@tanstack/react-query';
import { readAll } from './read-all.js';
import { request } from './request.js';

/** Everybody who may sign in, by name. */
export function useUsers() {
  return useQuery({
    queryKey: ['users'],
    queryFn: ({ signal }) =>
      readAll((cursor) => request('GET /users', { query: { cursor, limit: 1000 }, signal })),
  });
}

const REFRESH_MS = 30_000;

/** One's own open sessions, this one first, then the latest used. */
export function useOpenSessions() {
  return useQuery({
    queryKey: ['sessions'],
    queryFn: async ({ signal }): Promise<OpenSessionResource[]> => {
      const open = await readAll((cursor) =>
        request('GET /sessions', { query: { cursor, limit: 1000 }, signal }),
      );
      return open.sort(
        (a, b) =>
          Number(b.current) - Number(a.current) || Date.parse(b.lastUsedAt) - Date.parse(a.lastUsedAt),
      );
    },
    refetchInterval: REFRESH_MS,
  });
}

/** The API tokens of one's own; those of all users for an admin. */
export function useTokens() {
  return useQuery({
    queryKey: ['tokens'],
    queryFn: ({ signal }): Promise<ApiTokenResource[]> =>
      readAll((cursor) => request('GET /tokens', { query: { cursor, limit: 1000 }, signal })),
  });
}
