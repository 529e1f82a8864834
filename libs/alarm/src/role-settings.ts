import type { CorrelationSettings } from './correlation/correlation.js';
import { phaseOf, SupervisedKey } from './supervised-key.js';
import type { SupervisedKeys } from './supervised-keys.js';

/** So long at the most a symptom stays one after its cause cleared. */
const LONGEST_GRACE_MS = 15_000;

/** What the correlation goes by that the hold-off knows. */
export function roleSettings(
  keys: SupervisedKeys,
  inferredCauses: CorrelationSettings['inferredCauses'],
): CorrelationSettings {
  return {
    graceMs: (holder) => {
      if (!(holder instanceof SupervisedKey)) return 0;
      const { realTime, restoreWindow } = keys.windowsOf(holder).filter;
      return realTime ? 0 : Math.min(restoreWindow * 1000, LONGEST_GRACE_MS);
    },
    clearsAt: (holder) =>
      holder instanceof SupervisedKey && phaseOf(holder.state) === 'pending-clear'
        ? keys.deadlineOf(holder)
        : undefined,
    inferredCauses,
  };
}
