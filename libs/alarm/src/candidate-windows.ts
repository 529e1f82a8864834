import type { FilterRule } from './filter.js';

/** A pair of windows that advice considers, in seconds: a fault and an ok without a break. */
export interface CandidateWindows {
  readonly createWindow: number;
  readonly restoreWindow: number;
}

const CREATE_WINDOWS = [0, 5, 10, 15, 30, 60, 90, 120, 180, 300] as const;
const RESTORE_WINDOWS = [0, 5, 15, 30, 60] as const;

/** Every pair of windows that is tried, the shorter ones first. */
export const candidateWindows: readonly CandidateWindows[] = CREATE_WINDOWS.flatMap((createWindow) =>
  RESTORE_WINDOWS.map((restoreWindow) => ({ createWindow, restoreWindow })),
);

/** The filter's members by which a pair of windows takes effect; what they do not name stays as it is. */
export function ruleOfCandidate({ createWindow, restoreWindow }: CandidateWindows): FilterRule {
  return {
    createWindow,
    createThreshold: createWindow,
    restoreWindow,
    restoreThreshold: 0,
    realTime: false,
  };
}
