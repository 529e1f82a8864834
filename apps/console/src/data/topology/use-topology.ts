import type { TopologyPut, TopologyPutResource, TopologyResource } from '@omc/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from '../request.js';
import { RequestProblem } from '../request-errors.js';

const CURRENT_MS = 60_000;

/** What an NE and its objects require; null where nothing was put for it. */
export function useTopology(ne: string) {
  return useQuery({
    queryKey: ['topology', ne],
    queryFn: ({ signal }) => readTopology(ne, signal),
    staleTime: CURRENT_MS,
  });
}

/** The same as it was when one began to change it: read anew only when one asks for that. */
export function useTopologyToChange(ne: string) {
  return useQuery({
    queryKey: ['topology', ne, 'to-change'],
    queryFn: ({ signal }) => readTopology(ne, signal),
    staleTime: Number.POSITIVE_INFINITY,
    gcTime: 0,
    refetchOnReconnect: false,
    refetchOnWindowFocus: false,
  });
}

async function readTopology(ne: string, signal: AbortSignal): Promise<TopologyResource | null> {
  try {
    return await request('GET /nes/:id/topology', { path: { id: ne }, signal });
  } catch (error) {
    if (error instanceof RequestProblem && error.status === 404) return null;
    throw error;
  }
}

/** Replaces the topology of an NE, if it is still the one that was read; null: there was none. */
export function usePutTopology(
  ne: string,
  before: TopologyResource | null | undefined,
  onDone: (put: TopologyPutResource) => void,
) {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (body: TopologyPut) =>
      request('PUT /nes/:id/topology', { path: { id: ne }, body, ifVersion: before?.version ?? 0 }),
    onSuccess: async (put) => {
      await Promise.all(['topology', 'nes'].map((key) => queries.invalidateQueries({ queryKey: [key] })));
      onDone(put);
    },
  });
}
