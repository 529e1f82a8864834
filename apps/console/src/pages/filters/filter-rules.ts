import type { FilterResource } from '@omc/api';
import type { TFunction } from 'i18next';

/** When a fault becomes an alarm, in words. */
export function raiseRule(t: TFunction, filter: FilterResource): string {
  const { createWindow: window, createThreshold: threshold } = filter;
  if (filter.realTime || window === 0) return t('filters.atOnce');
  return threshold === window
    ? t('filters.raiseWhole', { window })
    : t('filters.raiseRule', { threshold, window });
}

/** When an alarm is over, in words. */
export function clearRule(t: TFunction, filter: FilterResource): string {
  const { restoreWindow: window, restoreThreshold: threshold } = filter;
  if (filter.realTime || window === 0) return t('filters.atOnce');
  return threshold === 0
    ? t('filters.clearWhole', { window })
    : t('filters.clearRule', { threshold, window });
}

/** From how many faults on it counts as intermittent, in words. */
export function statRule(t: TFunction, { realTime, statWindow, statCreate }: FilterResource): string {
  if (realTime || statWindow === 0) return t('filters.off');
  return t('filters.statRule', { create: statCreate, window: statWindow });
}
