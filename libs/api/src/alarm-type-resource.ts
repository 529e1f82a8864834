import { eventTypes, failureClasses, severities } from '@omc/alarm';
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
  severity: z.enum(severities),
  /** More active alarms of the type than these, in an NE or a subnet, raise 90001. */
  thresholds: z.object({ ne: threshold, subnet: threshold }),
  eventType: z.enum(eventTypes),
  probableCause: z.string(),
  failureClass: z.enum(failureClasses),
});
export type AlarmTypeResource = z.infer<typeof alarmTypeResource>;

/** What can be set about a type; what is left out stays as it is. */
export const alarmTypePatch = z.strictObject({
  severity: z.enum(severities).exactOptional(),
  thresholds: z
    .strictObject({ ne: threshold.exactOptional(), subnet: threshold.exactOptional() })
    .exactOptional(),
});
export type AlarmTypePatch = z.infer<typeof alarmTypePatch>;
