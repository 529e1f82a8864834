import { z } from 'zod';
import { instant } from './times.js';

/** Where a supervised key stands that has an open matter. */
export const conditionPhases = ['pending-raise', 'active', 'pending-clear'] as const;

/** Which keys: of one NE, in one phase. */
export const conditionQuery = z.strictObject({
  phase: z.enum(conditionPhases).optional(),
  ne: z.string().max(64).optional(),
  cursor: z.string().max(600).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type ConditionQuery = z.infer<typeof conditionQuery>;

/** A supervised key with an open matter: a fault in its create window, an alarm, or an alarm in its restore window. */
export const conditionResource = z.object({
  ne: z.string(),
  object: z.string(),
  alarmId: z.number().int(),
  name: z.object({ en: z.string(), zh: z.string() }),
  phase: z.enum(conditionPhases),
  /** When the raw state began that is there now. */
  since: instant,
  /** When the next decision falls due, if the device says nothing more; null where none does. */
  deadline: instant.nullable(),
  /** The NE's link is closed or not read to its end: the decision waits for it. */
  held: z.boolean(),
  /** The active alarm. */
  alarm: z.uuid().nullable(),
});
export type ConditionResource = z.infer<typeof conditionResource>;
