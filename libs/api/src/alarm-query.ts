import { roles, severities } from '@omc/alarm';
import { z } from 'zod';
import { instant } from './times.js';

/** A comma-separated list, an array, or one member by itself. */
function listOf<Item extends z.ZodType>(item: Item) {
  return z.preprocess((value) => {
    if (typeof value === 'number') return [value];
    return typeof value === 'string' ? value.split(',').filter(Boolean) : value;
  }, z.array(item).min(1));
}

/** Members of an address that are repeated for each value, since their values may have commas in them. */
export const repeatedMembers: readonly string[] = ['site', 'subnet'];

/** Names of objects, which may have commas in them: several are an array, or in an address the same member repeated. */
const places = z.preprocess(
  (value) => (typeof value === 'string' ? [value] : value),
  z.array(z.string().min(1).max(255)).min(1).max(100),
);

/** What alarms can be sorted by; `-` is downwards. */
export const alarmSorts = [
  '-raisedAt',
  'raisedAt',
  '-severity',
  'severity',
  '-faultAt',
  'faultAt',
  '-clearedAt',
  'clearedAt',
  'ne',
  '-ne',
  'alarmId',
  '-alarmId',
] as const;
export type AlarmSort = (typeof alarmSorts)[number];

/** Which alarms: the filter of lists, exports and live streams. Members left out do not restrict. */
export const alarmFilter = z.strictObject({
  /** `current`: active, or cleared and not yet acknowledged. */
  state: z.enum(['active', 'cleared', 'current', 'all']).default('active'),
  ack: z.enum(['acknowledged', 'unacknowledged']).optional(),
  severity: listOf(z.enum(severities)).optional(),
  ne: listOf(z.string().max(64)).optional(),
  /** Alarms of NEs whose topology names one of these sites or subnets, and of the site or subnet itself. */
  site: places.optional(),
  subnet: places.optional(),
  object: z.string().max(255).optional(),
  alarmId: listOf(z.coerce.number().int()).optional(),
  role: listOf(z.enum(roles)).optional(),
  group: z.uuid().optional(),
  /** In JSON also true and false themselves. */
  shelved: z
    .preprocess(
      (value) => (typeof value === 'boolean' ? String(value) : value),
      z.enum(['true', 'false', 'all']),
    )
    .default('all'),
  q: z.string().max(200).optional(),
  since: instant.optional(),
  until: instant.optional(),
});
export type AlarmFilter = z.infer<typeof alarmFilter>;

/** A filter with a page: at most 1,000 alarms, from where the last page ended. */
export const alarmQuery = alarmFilter.extend({
  sort: z.enum(alarmSorts).default('-raisedAt'),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type AlarmQuery = z.infer<typeof alarmQuery>;

/** A page of anything. */
export function pageOf<Item extends z.ZodType>(item: Item) {
  return z.object({ items: z.array(item), nextCursor: z.string().nullable() });
}
