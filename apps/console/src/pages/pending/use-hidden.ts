import type { DryRunResource, FilterResource } from '@omc/api';
import { useQuery } from '@tanstack/react-query';
import { useFilters } from '../../data/queries.js';
import { request } from '../../data/request.js';

/** How far back is looked, ms. */
const HOUR_MS = 3_600_000;

/** What the hold-off did to the faults of one alarm type. */
export interface HiddenRow extends Pick<DryRunResource, 'faults' | 'keys' | 'done'> {
  readonly alarmId: number;
}

/** What the hold-off hid in the last hour, type by type, out of the stored reports; read when it is asked for. */
export function useHidden() {
  const { data: filters, error } = useFilters();
  const alarmIds = filters && heldTypes(filters);
  const query = useQuery({
    queryKey: ['hidden', alarmIds],
    queryFn: async ({ signal }) => {
      const until = Date.now();
      const rows: HiddenRow[] = [];
      for (const alarmId of alarmIds ?? []) {
        const body = { alarmId, from: iso(until - HOUR_MS), until: iso(until) };
        const { faults, keys, done } = await request('POST /filters/dry-run', { body, signal });
        rows.push({ alarmId, faults, keys, done });
      }
      return rows.filter((row) => row.faults > 0);
    },
    enabled: alarmIds !== undefined,
    staleTime: 30_000,
  });
  return { ...query, error: query.error ?? error };
}

/** The types of which some filter holds something off. */
function heldTypes(filters: readonly FilterResource[]): number[] {
  const held = filters.filter(
    ({ realTime, createWindow, statWindow }) => !realTime && (createWindow > 0 || statWindow > 0),
  );
  return [...new Set(held.map(({ alarmId }) => alarmId))].sort((a, b) => a - b);
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
