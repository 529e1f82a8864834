import { useSyncExternalStore } from 'react';
import type { Picks } from './picks.js';

/** The ids that are picked now. */
export function usePicked(picks: Picks): ReadonlySet<string> {
  return useSyncExternalStore(picks.onChange, picks.ids);
}

/** Whether one alarm is picked; drawn anew only when that changes. */
export function useIsPicked(picks: Picks, id: string): boolean {
  return useSyncExternalStore(picks.onChange, () => picks.ids().has(id));
}
