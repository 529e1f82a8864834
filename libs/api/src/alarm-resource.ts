import { clearCauses, eventTypes, roles, severities } from '@omc/alarm';
import { z } from 'zod';
import { shelfCounts } from './shelf-resource.js';
import { instant } from './times.js';

const bilingual = z.object({ en: z.string(), zh: z.string() });

/** An alarm as REST and socket.io show it. */
export const alarmResource = z.object({
  id: z.uuid().describe('of one life, from raise to clear'),
  ne: z.string().describe('NE id, or network for what belongs to no NE'),
  object: z.string().describe('such as Cell=3; empty for the NE itself'),
  alarmId: z.number().int().describe('its type in the catalogue'),
  name: bilingual,
  severity: z.enum(severities),
  eventType: z.enum(eventTypes),
  probableCause: z.string().describe('in the words of X.733 and TS 32.111-2'),
  state: z.enum(['active', 'cleared']),
  ack: z.object({
    state: z.enum(['unacknowledged', 'acknowledged']),
    by: z.string().optional().describe('who acknowledged, or took it back, last'),
    at: instant.optional(),
  }),
  faultAt: instant.describe('when the fault that was there at the raise began'),
  raisedAt: instant.describe('when the filter decided'),
  clearedAt: instant.nullable().describe('null while it is active'),
  clearedBy: z.enum(clearCauses).nullable().describe('what ended it; null while it is active'),
  reports: z.number().int().describe('raw reports of its key since faultAt, repeats and ok included'),
  text: z.string(),
  info: z.record(z.string(), z.unknown()).describe('further facts, as the device sent them'),
  intermittent: z.boolean().describe('raised by the number of faults, not by their length'),
  stale: z.boolean().describe('its NE is disconnected: what is shown may no longer be so'),
  correlation: z.object({
    role: z.enum(roles),
    rootIds: z.array(z.string()).describe('of a symptom: its roots, the earliest fault first'),
    unnamedRoots: z
      .number()
      .int()
      .exactOptional()
      .describe(
        'for who is limited to some NEs: how many more roots there are, outside of these NEs or over',
      ),
    rule: z.string().nullable().describe('why it is a symptom; else null'),
  }),
  shelved: z.boolean().describe('a shelf hides it'),
  comments: z.number().int().describe('how many it has'),
  version: z.number().int().describe('grows with every change'),
  lifeVersion: z
    .number()
    .int()
    .describe('grows with every change of its own life; actions are checked against it'),
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
  pending: z
    .object({ raise: z.number().int(), clear: z.number().int() })
    .describe('decisions of filters that are to come'),
  shelved: z.number().int().describe('active alarms that a shelf hides'),
  shelves: shelfCounts,
});
export type AlarmSummary = z.infer<typeof alarmSummary>;
