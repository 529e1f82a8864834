import type { Filter } from './filter.js';

/** A filter as the hold-off computes with it: everything in milliseconds, and what it needs to remember. */
export interface Windows {
  readonly createWindowMs: number;
  readonly createThresholdMs: number;
  readonly restoreWindowMs: number;
  readonly restoreThresholdMs: number;
  readonly statWindowMs: number;
  readonly statCreate: number;
  readonly statRestore: number;
  /** How far back raw transitions matter; 0 where the last one says it all. */
  readonly horizonMs: number;
  /** The filter that these windows are of. */
  readonly filter: Filter;
}

/** The windows of a filter. With `realTime` there are none: every report decides at once. */
export function windowsOf(filter: Filter): Windows {
  const on = filter.realTime ? 0 : 1000;
  const createWindowMs = Math.round(filter.createWindow * on);
  const createThresholdMs = Math.round(filter.createThreshold * on);
  const restoreWindowMs = Math.round(filter.restoreWindow * on);
  const restoreThresholdMs = Math.round(filter.restoreThreshold * on);
  const statWindowMs = Math.round(filter.statWindow * on);
  return {
    createWindowMs,
    createThresholdMs,
    restoreWindowMs,
    restoreThresholdMs,
    statWindowMs,
    statCreate: filter.statCreate,
    statRestore: filter.statRestore,
    horizonMs: Math.max(
      createThresholdMs < createWindowMs ? createWindowMs : 0,
      restoreThresholdMs > 0 ? restoreWindowMs : 0,
      statWindowMs,
    ),
    filter,
  };
}
