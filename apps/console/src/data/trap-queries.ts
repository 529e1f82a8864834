import { useQuery } from '@tanstack/react-query';
import { request } from './request.js';

/** Notifications that nothing maps, the last heard first; read anew every 10 s. */
export function useUnmappedTraps(wanted: boolean) {
  return useQuery({
    queryKey: ['traps', 'unmapped'],
    queryFn: async ({ signal }) => (await request('GET /traps/unmapped', { signal })).items,
    enabled: wanted,
    refetchInterval: 10_000,
  });
}

/** What notifications mean: the rules, in the order in which they are asked. */
export function useTrapRules() {
  return useQuery({
    queryKey: ['traps', 'rules'],
    queryFn: async ({ signal }) => {
      const { items } = await request('GET /traps/mappings', { signal });
      return items.map((rule, place) => ({ ...rule, place: place + 1 }));
    },
  });
}

/** The users of SNMPv3 whose notifications are accepted. */
export function useSnmpUsers(wanted: boolean) {
  return useQuery({
    queryKey: ['snmp-users'],
    queryFn: async ({ signal }) => (await request('GET /snmp-users', { signal })).items,
    enabled: wanted,
  });
}
