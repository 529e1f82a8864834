import { z } from 'zod';
import { outcomeFigures, studiedReports } from './dry-run-resource.js';
import { filterResource, filterScope } from './filter-resource.js';
import { instant } from './times.js';

const seconds = z.number();
const count = z.number().int();

/** Advice for the filter of a scope, from the reports between two instants of event time, at most 400 days. */
export const filterAdviceQuery = filterScope.extend({ from: instant, until: instant });
export type FilterAdviceQuery = z.infer<typeof filterAdviceQuery>;

const percentiles = z.object({
  p50: seconds.nullable(),
  p90: seconds.nullable(),
  p99: seconds.nullable(),
});

/** A pair of windows, a fault and an ok without a break, and what it would have done. */
export const advisedWindows = z.object({
  createWindow: seconds,
  restoreWindow: seconds,
  alarms: count,
  savedAgainstNone: count.describe('fewer alarms than there are faults'),
  savedAgainstInForce: count.describe('fewer alarms than with the filter in force; may be negative'),
  meanDelaySeconds: seconds.nullable().describe('from the beginning of the fault to the alarm'),
  longestHiddenSeconds: seconds.describe('the longest fault that no alarm shows; 0: none'),
  suggested: z.boolean(),
});
export type AdvisedWindowsResource = z.infer<typeof advisedWindows>;

/** What the stored reports tell about windows that suit them. */
export const filterAdviceResource = studiedReports.extend({
  alarmId: z.number().int(),
  ne: z.string().nullable(),
  object: z.string().nullable(),
  faultDurations: percentiles.describe('seconds of fault that 50, 90 and 99 % of the faults do not exceed'),
  okDurations: percentiles.describe('seconds of ok between two faults of a key, likewise'),
  inForce: outcomeFigures.describe('what the filter in force now would have done').extend({
    filter: filterResource.omit({ origin: true }),
  }),
  items: z
    .array(advisedWindows)
    .describe('at most 12 pairs that no other beats in alarms and both windows; exactly one is suggested'),
});
export type FilterAdviceResource = z.infer<typeof filterAdviceResource>;
