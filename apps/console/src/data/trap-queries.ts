import { useQuery } from '@tanstack/react-query';
import { readAll } from './read-all.js';
import { request } from './request.js';

/** Notifications that nothing maps, the last heard first; read anew every 10 s. */
export function useUnmappedTraps(wanted: boolean) {
  return useQuery({
    queryKey: ['traps', 'unmapped'],
    queryFn: async ({ signal }) =>
      (await request('GET /traps/unmapped', { query: { limit: 1000 }, signal })).items,
    enabled: wanted,
    refetchInterval: 10_000,
  });
}

/** What notifications mean: the rules, in the order in which they are asked. */
export function useTrapRules() {
  return useQuery({
    queryKey: ['traps', 'rules'],
    queryFn: async ({ signal }) => {
      const rules = await readAll((cursor) =>
        request('GET /traps/mappings', { query: { cursor, limit: 1000 }, signal }),
      );
      return rules.map((rule, place) => ({ ...rule, place: place + 1 }));
    },
  });
}

/** The users of SNMPv3 whose notifications are accepted. */
export function useSnmpUsers(wanted: boolean) {
  return useQuery({
    queryKey: ['snmp-users'],
    queryFn: ({ signal }) =>
      readAll((cursor) => request('GET /snmp-users', { query: { cursor, limit: 1000 }, signal })),
    enabled: wanted,
  });
}
