import { eventTypes, failureClasses, severities } from '@omc/alarm';
import { z } from 'zod';

const bilingual = z.object({ en: z.string(), zh: z.string() });

/** A type of the alarm catalogue. */
export const alarmTypeResource = z.object({
  alarmId: z.number().int(),
  name: bilingual,
  meaning: bilingual,
  effect: bilingual,
  causes: bilingual,
  firstSteps: bilingual,
  objectType: z.string(),
  severity: z.enum(severities),
  eventType: z.enum(eventTypes),
  probableCause: z.string(),
  failureClass: z.enum(failureClasses),
});
export type AlarmTypeResource = z.infer<typeof alarmTypeResource>;
