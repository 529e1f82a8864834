import type { ApiTokenResource } from '@omc/api';
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

/** The API tokens of one's own; those of all users for an admin. */
export function useTokens() {
  return useQuery({
    queryKey: ['tokens'],
    queryFn: ({ signal }): Promise<ApiTokenResource[]> =>
      readAll((cursor) => request('GET /tokens', { query: { cursor, limit: 1000 }, signal })),
  });
}
