import type { AlarmSummary } from '@omc/api';
import { useLiveStatus } from './live-context.js';
import { useFirstSummary } from './queries.js';

/** The counts over everything active: as pushed, until then as read; undefined before either. */
export function useSummary(): AlarmSummary | undefined {
  const first = useFirstSummary();
  return useLiveStatus(({ summary }) => summary) ?? first.data;
}
