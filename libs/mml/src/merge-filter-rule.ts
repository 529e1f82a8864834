import type { FilterRule } from '@omc/alarm';

/**
 * The rule of a scope after some of its members were set: what is not named keeps its value, but a threshold does
 * not outlive its window: where only the window is named, the threshold is left to its default (the whole window for
 * creating, 0 for restoring).
 */
export function mergeFilterRule(stored: FilterRule, named: FilterRule): FilterRule {
  const { createThreshold, restoreThreshold, ...kept } = stored;
  return {
    ...kept,
    ...(createThreshold !== undefined && named.createWindow === undefined && { createThreshold }),
    ...(restoreThreshold !== undefined && named.restoreWindow === undefined && { restoreThreshold }),
    ...named,
  };
}
