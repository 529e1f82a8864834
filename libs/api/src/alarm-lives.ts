import { z } from 'zod';
import { alarmResource } from './alarm-resource.js';

/** The lives of an alarm's key up to its own. */
export const alarmLives = z.object({
  /** Which life of the key this alarm is, counted from 1, as far back as history is kept. */
  occurrence: z.number().int(),
  /** The life before. */
  previous: z.uuid().nullable(),
  /** The newest of the earlier lives, the last one first. */
  items: z.array(alarmResource),
});
export type AlarmLivesResource = z.infer<typeof alarmLives>;

/** How many of the earlier lives are wanted. */
export const livesQuery = z.strictObject({ limit: z.coerce.number().int().min(1).max(100).default(20) });
