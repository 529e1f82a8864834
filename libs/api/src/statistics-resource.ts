import { severities } from '@omc/alarm';
import { z } from 'zod';
import { instant } from './times.js';

/** The lengths of a bucket, milliseconds. */
export const statisticsSteps = { hour: 3_600_000, day: 86_400_000 } as const;
const MOST_BUCKETS = 1000;

/** Alarms raised between two instants; `by` is the length of a bucket, the first of which begins at `from`. */
export const statisticsQuery = z
  .strictObject({
    from: instant,
    until: instant,
    by: z.enum(['hour', 'day']).default('hour'),
    ne: z.string().max(64).exactOptional(),
    alarmId: z.coerce.number().int().min(1).max(2_147_483_647).exactOptional(),
    top: z.coerce.number().int().min(1).max(100).default(10),
  })
  .superRefine(({ from, until, by }, context) => {
    const lengthMs = Date.parse(until) - Date.parse(from);
    if (lengthMs <= 0) context.addIssue({ code: 'custom', path: ['until'], message: 'must be after from' });
    else if (lengthMs > MOST_BUCKETS * statisticsSteps[by])
      context.addIssue({
        code: 'custom',
        path: ['by'],
        message: `gives more than ${MOST_BUCKETS} buckets; ask for a shorter time or for longer buckets`,
      });
  });
export type StatisticsQuery = z.infer<typeof statisticsQuery>;

const count = z.number().int();
const bySeverity = z.record(z.enum(severities), count);

/** How many alarms were raised, when, of which kind and where. */
export const statisticsResource = z.object({
  from: instant,
  until: instant,
  by: z.enum(['hour', 'day']),
  total: count,
  bySeverity,
  /** Every bucket of the time, the empty ones too, oldest first. */
  items: z.array(z.object({ at: instant, total: count, bySeverity })),
  /** The types of which most were raised, most first; likewise the NEs. */
  topTypes: z.array(z.object({ alarmId: count, name: z.object({ en: z.string(), zh: z.string() }), count })),
  topNes: z.array(z.object({ ne: z.string(), count })),
});
export type StatisticsResource = z.infer<typeof statisticsResource>;
