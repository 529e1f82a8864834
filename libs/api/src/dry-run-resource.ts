import { z } from 'zod';
import { filterPut, filterResource } from './filter-resource.js';
import { instant } from './times.js';

const count = z.number().int();
const seconds = z.number();

/** A filter to be tried, and on which reports: those between two instants of event time, at most 400 days. */
export const dryRunPost = filterPut.extend({ from: instant, until: instant });
export type DryRunPost = z.infer<typeof dryRunPost>;

const keyFault = z.object({
  ne: z.string(),
  object: z.string(),
  alarmId: z.number().int(),
  faultAt: instant,
  durationSeconds: seconds,
});

/** What became of the faults that began in the time. */
export const outcomeFigures = z.object({
  raised: count.describe('alarms raised'),
  delayed: count.describe('of these, raised later than their fault began'),
  meanDelaySeconds: seconds
    .nullable()
    .describe('from the beginning of the fault to the alarm, over all alarms'),
  maxDelaySeconds: seconds.nullable(),
  hidden: count.describe('faults that ended and that no alarm showed'),
  joined: count.describe('faults that belonged to an alarm that was active already'),
  pending: count.describe('faults that were there at the end, with nothing decided'),
  longestHidden: keyFault.nullable(),
});

/** What the answers about stored reports have in common: which reports they go by. */
export const studiedReports = z.object({
  from: instant,
  until: instant.describe('now, where a later one was asked for'),
  coveredFrom: instant.describe(
    'from when on all reports are still stored; later than from: earlier ones may lack',
  ),
  keys: count.describe('supervised keys with a fault in the time'),
  faults: count.describe('raw faults that began in the time'),
});

/** One fault, with what the proposed filter would have made of it and what was made of it. */
export const dryRunSample = keyFault.extend({
  durationSeconds: seconds.nullable().describe('null where it was there at the end'),
  outcome: z.enum(['hidden', 'delayed', 'raised']),
  raisedAt: instant.nullable(),
  done: z.enum(['hidden', 'raised', 'joined', 'pending']),
  doneRaisedAt: instant.nullable(),
});
export type DryRunSampleResource = z.infer<typeof dryRunSample>;

/** What a filter would have done to the stored reports, beside what was done. */
export const dryRunResource = studiedReports.extend({
  filter: filterResource.omit({ origin: true }).describe('all members as they would take effect'),
  proposed: outcomeFigures.describe('what the filter would have done'),
  done: outcomeFigures.describe('what was done'),
  difference: z.object({
    hidden: count.describe('faults that were shown and would not be'),
    shown: count.describe('faults that were not shown and would be'),
    later: count.describe('faults whose alarm would be raised later than it was'),
    meanLaterSeconds: seconds.nullable(),
    maxLaterSeconds: seconds.nullable(),
    earlier: count.describe('faults whose alarm would be raised earlier than it was'),
  }),
  samples: z
    .array(dryRunSample)
    .describe('up to 20 of each outcome, first those that something would change for, then the longest'),
});
export type DryRunResource = z.infer<typeof dryRunResource>;
export type OutcomeFiguresResource = z.infer<typeof outcomeFigures>;
