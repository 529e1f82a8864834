import { clearCauses, eventTypes, roles, severities } from '@omc/alarm';
import { z } from 'zod';
import { shelfCounts } from './shelf-resource.js';
import { instant } from './times.js';

const bilingual = z.object({ en: z.string(), zh: z.string() });

/** An alarm as REST and socket.io show it. */
export const alarmResource = z.object({
  id: z.uuid(),
  ne: z.string(),
  object: z.string(),
  alarmId: z.number().int(),
  name: bilingual,
  severity: z.enum(severities),
  eventType: z.enum(eventTypes),
  probableCause: z.string(),
  state: z.enum(['active', 'cleared']),
  ack: z.object({
    state: z.enum(['unacknowledged', 'acknowledged']),
    by: z.string().optional(),
    at: instant.optional(),
  }),
  faultAt: instant,
  raisedAt: instant,
  clearedAt: instant.nullable(),
  clearedBy: z.enum(clearCauses).nullable(),
  reports: z.number().int(),
  text: z.string(),
  info: z.record(z.string(), z.unknown()),
  intermittent: z.boolean(),
  stale: z.boolean(),
  correlation: z.object({
    role: z.enum(roles),
    rootIds: z.array(z.string()),
    rule: z.string().nullable(),
  }),
  shelved: z.boolean(),
  comments: z.number().int(),
  version: z.number().int(),
  lifeVersion: z.number().int(),
});
export type AlarmResource = z.infer<typeof alarmResource>;

/** One change of an alarm, as its log shows it. */
export const alarmLogEntry = z.object({
  at: instant,
  kind: z.string(),
  by: z.string().optional(),
  text: bilingual,
  changes: z.record(z.string(), z.unknown()).optional(),
});
export type AlarmLogEntry = z.infer<typeof alarmLogEntry>;

/** The counts over everything active. */
export const alarmSummary = z.object({
  total: z.number().int(),
  bySeverity: z.record(z.enum(severities), z.number().int()),
  byAck: z.object({ acknowledged: z.number().int(), unacknowledged: z.number().int() }),
  byRole: z.record(z.enum(roles), z.number().int()),
  pending: z.object({ raise: z.number().int(), clear: z.number().int() }),
  /** Alarms that are out of sight. */
  shelved: z.number().int(),
  shelves: shelfCounts,
});
export type AlarmSummary = z.infer<typeof alarmSummary>;
