import type { AlarmResource } from '@omc/api';
import { useQueryClient } from '@tanstack/react-query';
import { useCallback } from 'react';
import { useAlarmArrivals, useLive } from './live-context.js';
import { newerOf } from './newer-of.js';
import { useAlarm } from './queries.js';

/** One alarm as it is now: as the list has it, or as read; with each change its log and its explanation are read anew. */
export function useWatchedAlarm(id: string): { alarm: AlarmResource | undefined; error: Error | null } {
  const live = useLive();
  const queries = useQueryClient();
  const { data, error } = useAlarm(id);
  useAlarmArrivals(
    id,
    useCallback(
      (arrived) => {
        queries.setQueryData<AlarmResource>(['alarm', id], (held) => newerOf(held, arrived));
        void queries.invalidateQueries({ queryKey: ['alarm-log', id] });
        void queries.invalidateQueries({ queryKey: ['explanation', id] });
      },
      [queries, id],
    ),
  );
  const alarm = newerOf(live.rows.get(id), data);
  return { alarm, error: alarm ? null : error };
}
