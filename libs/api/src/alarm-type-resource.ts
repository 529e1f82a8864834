import { autoAcknowledgements, eventTypes, failureClasses, origins, severities } from '@omc/alarm';
import { z } from 'zod';

const bilingual = z.object({ en: z.string(), zh: z.string() });

const threshold = z.number().int().min(1).max(1_000_000);

/** A type of the alarm catalogue, as operators set it. */
export const alarmTypeResource = z.object({
  alarmId: z.number().int(),
  name: bilingual,
  meaning: bilingual,
  effect: bilingual,
  causes: bilingual,
  firstSteps: bilingual,
  objectType: z.string(),
  origin: z
    .enum(origins)
    .describe('how its alarms come about; others than those of reports clear by themselves, never by hand'),
  severity: z.enum(severities),
  /** Severities in single NEs, which go before the type's. */
  neSeverities: z.record(z.string(), z.enum(severities)),
  /** When alarms of the type are acknowledged by themselves; null: as is set for their severity. */
  autoAck: z.enum(autoAcknowledgements).nullable(),
  /** More active alarms of the type than these, in an NE or a subnet, raise 90001. */
  thresholds: z.object({ ne: threshold, subnet: threshold }),
  eventType: z.enum(eventTypes),
  probableCause: z.string(),
  failureClass: z.enum(failureClasses),
  /** Another class, while an alarm's info has all of these members; null where there is none. */
  failureClassWhen: z
    .object({
      info: z.record(z.string(), z.union([z.string(), z.number(), z.boolean()])),
      failureClass: z.enum(failureClasses),
    })
    .nullable(),
});
export type AlarmTypeResource = z.infer<typeof alarmTypeResource>;

/** What can be set about a type; what is left out stays as it is, null takes back what was set. */
export const alarmTypePatch = z.strictObject({
  severity: z.enum(severities).nullable().exactOptional(),
  neSeverities: z
    .record(z.string().min(1).max(64), z.enum(severities).nullable())
    .refine((map) => Object.keys(map).length <= 1_000, 'at most 1,000 NEs at once')
    .exactOptional(),
  autoAck: z.enum(autoAcknowledgements).nullable().exactOptional(),
  thresholds: z
    .strictObject({ ne: threshold.exactOptional(), subnet: threshold.exactOptional() })
    .exactOptional(),
});
export type AlarmTypePatch = z.infer<typeof alarmTypePatch>;
