import type { DryRunResult, DryRunSample, KeyFault, OutcomeFigures } from '@omc/alarm';
import {
  type DryRunResource,
  type DryRunSampleResource,
  type OutcomeFiguresResource,
  toRfc3339,
} from '@omc/api';
import type { Study } from '../studies/filter-studies.js';

/** A dry run as the outside sees it. */
export function dryRunToResource(study: Study<DryRunResult>): DryRunResource {
  const { proposed, done, difference, samples, keys, faults } = study.result;
  const { meanLaterMs, maxLaterMs, ...counts } = difference;
  return {
    ...reportsToResource(study),
    keys,
    faults,
    filter: scopedFilter(study),
    proposed: figuresToResource(proposed),
    done: figuresToResource(done),
    difference: {
      ...counts,
      meanLaterSeconds: inSeconds(meanLaterMs),
      maxLaterSeconds: inSeconds(maxLaterMs),
    },
    samples: samples.map(sampleToResource),
  };
}

/** Which reports a study went by. */
export function reportsToResource({ fromAt, untilAt, coveredFromAt }: Study<unknown>) {
  return { from: toRfc3339(fromAt), until: toRfc3339(untilAt), coveredFrom: toRfc3339(coveredFromAt) };
}

/** The filter of a study with its scope. */
export function scopedFilter({ scope: { alarmId, ne, object }, filter }: Study<unknown>) {
  return { alarmId, ne: ne ?? null, object: object ?? null, ...filter };
}

/** What became of faults. */
export function figuresToResource(figures: OutcomeFigures): OutcomeFiguresResource {
  const { meanDelayMs, maxDelayMs, longestHidden, ...counts } = figures;
  return {
    ...counts,
    meanDelaySeconds: inSeconds(meanDelayMs),
    maxDelaySeconds: inSeconds(maxDelayMs),
    longestHidden: longestHidden === undefined ? null : faultToResource(longestHidden),
  };
}

/** Seconds with milliseconds; null where there is nothing to measure. */
export function inSeconds(durationMs: number | undefined): number | null {
  return durationMs === undefined ? null : Math.round(durationMs) / 1000;
}

function faultToResource({ faultAt, durationMs, ...key }: KeyFault) {
  return { ...key, faultAt: toRfc3339(faultAt), durationSeconds: durationMs / 1000 };
}

function sampleToResource(sample: DryRunSample): DryRunSampleResource {
  const { faultAt, durationMs, raisedAt, doneRaisedAt, ...rest } = sample;
  return {
    ...rest,
    faultAt: toRfc3339(faultAt),
    durationSeconds: inSeconds(durationMs),
    raisedAt: raisedAt === undefined ? null : toRfc3339(raisedAt),
    doneRaisedAt: doneRaisedAt === undefined ? null : toRfc3339(doneRaisedAt),
  };
}
