import type { FilterAdviceResult, Percentiles } from '@omc/alarm';
import type { FilterAdviceResource } from '@omc/api';
import type { Study } from '../studies/filter-studies.js';
import { figuresToResource, inSeconds, reportsToResource, scopedFilter } from './dry-run-to-resource.js';

/** Advice on a filter as the outside sees it. */
export function adviceToResource(study: Study<FilterAdviceResult>): FilterAdviceResource {
  const { keys, faults, inForce, rows, faultDurations, okDurations } = study.result;
  const { alarmId, ne, object } = study.scope;
  return {
    alarmId,
    ne: ne ?? null,
    object: object ?? null,
    ...reportsToResource(study),
    keys,
    faults,
    faultDurations: percentilesToResource(faultDurations),
    okDurations: percentilesToResource(okDurations),
    inForce: { filter: scopedFilter(study), ...figuresToResource(inForce) },
    items: rows.map(({ createWindow, restoreWindow, alarms, meanDelayMs, longestHiddenMs, suggested }) => ({
      ...{ createWindow, restoreWindow, alarms },
      savedAgainstNone: faults - alarms,
      savedAgainstInForce: inForce.raised - alarms,
      meanDelaySeconds: inSeconds(meanDelayMs),
      longestHiddenSeconds: longestHiddenMs / 1000,
      suggested,
    })),
  };
}

function percentilesToResource({ p50, p90, p99 }: Percentiles) {
  return { p50: inSeconds(p50), p90: inSeconds(p90), p99: inSeconds(p99) };
}
