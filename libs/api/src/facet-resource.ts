import { roles, severities } from '@omc/alarm';
import { z } from 'zod';
import { alarmFilter } from './alarm-query.js';

/** What alarms are counted by beside a list. */
export const facetNames = ['severity', 'alarmId', 'ne', 'site', 'subnet', 'ack', 'role'] as const;
export type FacetName = (typeof facetNames)[number];

/** The filter of the list, and how many values of each facet are wanted: those of the most alarms. */
export const facetQuery = alarmFilter.extend({
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type FacetQuery = z.infer<typeof facetQuery>;

/** How many alarms have each of the values, the most first. */
function facetOf<Value extends z.ZodType>(value: Value) {
  return z.object({
    /** How many values there are, those that are not listed included. */
    distinct: z.number().int(),
    values: z.array(z.object({ value, count: z.number().int() })),
  });
}

/**
 * The alarms of a list, counted by facet. A facet counts what all the filter's other members leave, so that it says what
 * choosing one more of its values would add.
 */
export const facetResource = z.object({
  /** How many alarms match the whole filter. */
  total: z.number().int(),
  /** False where only the newest alarms were counted, since these are a long history. */
  complete: z.boolean(),
  facets: z.object({
    severity: facetOf(z.enum(severities)),
    alarmId: facetOf(z.number().int()),
    ne: facetOf(z.string()),
    site: facetOf(z.string()),
    subnet: facetOf(z.string()),
    ack: facetOf(z.enum(['acknowledged', 'unacknowledged'])),
    role: facetOf(z.enum(roles)),
  }),
});
export type FacetResource = z.infer<typeof facetResource>;
