import { rounded } from './rounded.js';

/** What a histogram of Prometheus tells, in milliseconds: upper bounds of the bins in which the percentiles lie. */
export interface BinnedPercentiles {
  readonly p50AtMost: number;
  readonly p99AtMost: number;
  readonly maxAtMost: number;
  readonly samples: number;
}

/** How late decisions were published between two scrapes of the OMC. */
export function latenessBetween(before: string, after: string): BinnedPercentiles {
  const earlier = bins(before);
  const counts = bins(after).map(([bound, count], i) => [bound, count - (earlier[i]?.[1] ?? 0)] as const);
  const samples = counts.at(-1)?.[1] ?? 0;
  const boundOf = (share: number) => {
    const bin = counts.find(([, upTo]) => upTo >= share * samples);
    return rounded((bin?.[0] ?? 0) * 1000);
  };
  return { p50AtMost: boundOf(0.5), p99AtMost: boundOf(0.99), maxAtMost: boundOf(1), samples };
}

/** Upper bounds in seconds, and how many samples lie at or below each. */
function bins(metrics: string): (readonly [bound: number, upTo: number])[] {
  const lines = metrics.matchAll(/^omc_decision_lateness_seconds_bucket\{le="([^"]+)"\} (\d+)$/gm);
  return [...lines].map(([, bound, count]) => [
    bound === '+Inf' ? Number.POSITIVE_INFINITY : Number(bound),
    Number(count),
  ]);
}
