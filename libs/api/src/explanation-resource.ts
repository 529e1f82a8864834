import { roles } from '@omc/alarm';
import { z } from 'zod';
import { alarmResource } from './alarm-resource.js';

/** Why an alarm is there. The path leads from its object to the first root; it is empty where there is none. */
export const explanationResource = z.object({
  alarm: z.uuid().describe('id of the alarm that is explained'),
  role: z.enum(roles),
  rule: z.string().nullable(),
  /** The earliest fault first. */
  roots: z.array(alarmResource),
  path: z.array(
    z.object({
      ne: z.string(),
      object: z.string(),
      state: z.enum(['out', 'impaired']),
      because: z.enum(['alarm', 'group', 'order']),
      alarm: z.uuid().optional(),
      /** The members of the group that fails it, as `NE//object`. */
      group: z.array(z.string()).optional(),
    }),
  ),
  symptoms: z.array(z.uuid()),
  text: z.object({ en: z.string(), zh: z.string() }),
});
export type Explanation = z.infer<typeof explanationResource>;
