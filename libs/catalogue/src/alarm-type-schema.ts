import { eventTypes, failureClasses, severities } from '@omc/alarm';
import { z } from 'zod';

const text = z.string().trim().min(1, 'must not be empty');
const bilingual = z.strictObject({ en: text, zh: text });
const infoMatch = z
  .record(z.string(), z.union([z.string(), z.number(), z.boolean()]))
  .refine((match) => Object.keys(match).length > 0, 'must name at least one member of info');

/** The largest alarmId: it travels as an SNMP Integer32. */
const MAX_ALARM_ID = 2_147_483_647;

/** An alarm type's number. */
export const alarmIdSchema = z.int().min(1).max(MAX_ALARM_ID);

/** The members of a default filter. Which values go together, the core says. */
const filterSchema = z.strictObject({
  createWindow: z.number().exactOptional(),
  createThreshold: z.number().exactOptional(),
  restoreWindow: z.number().exactOptional(),
  restoreThreshold: z.number().exactOptional(),
  statWindow: z.number().exactOptional(),
  statCreate: z.number().exactOptional(),
  statRestore: z.number().exactOptional(),
  realTime: z.boolean().exactOptional(),
});

/** One entry of the catalogue's file, as a user writes it. Members that nothing knows are refused. */
export const alarmTypeSchema = z.strictObject({
  alarmId: alarmIdSchema,
  name: bilingual,
  meaning: bilingual,
  effect: bilingual,
  causes: bilingual,
  firstSteps: bilingual,
  objectType: z
    .string()
    .regex(
      /^[A-Za-z][A-Za-z0-9]*(\|[A-Za-z][A-Za-z0-9]*)*$/,
      'must be a type of object such as Cell, or several joined by |',
    ),
  severity: z.enum(severities),
  eventType: z.enum(eventTypes),
  probableCause: z.string().regex(/^[a-z][A-Za-z0-9]*$/, 'must be one word such as lossOfSignal'),
  failureClass: z.enum(failureClasses),
  failureClassWhen: z.strictObject({ info: infoMatch, failureClass: z.enum(failureClasses) }).exactOptional(),
  origin: z.enum(['report', 'handshake', 'derived']).default('report'),
  filter: filterSchema.exactOptional(),
  latch: z.strictObject({ info: infoMatch, releasedBy: infoMatch }).exactOptional(),
  after: z.array(alarmIdSchema).exactOptional(),
  source: text.default('own'),
});
