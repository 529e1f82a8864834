import { isNeId, isObjectName } from '@omc/alarm';
import { z } from 'zod';

export { isObjectName } from '@omc/alarm';

const seconds = z.number();
const count = z.number();

/** The members of a hold-off filter (ALMFILTER): durations in seconds. The core says which values go together. */
export const filterMembers = z.strictObject({
  createWindow: seconds.optional(),
  createThreshold: seconds.optional(),
  restoreWindow: seconds.optional(),
  restoreThreshold: seconds.optional(),
  statWindow: seconds.optional(),
  statCreate: count.optional(),
  statRestore: count.optional(),
  realTime: z.boolean().optional(),
});

const ne = z.string().refine(isNeId, 'must be an NE id: 1 to 64 characters of A-Z a-z 0-9 . _ -').optional();
const object = z
  .string()
  .refine(isObjectName, 'must be an object name such as Cell=3, or empty for the NE itself')
  .optional();

/** Which keys a filter is for: a type everywhere, on one NE, on one object of it. */
export const filterScope = z.strictObject({
  alarmId: z.coerce.number().int(),
  ne,
  object,
});

export const filterPut = filterMembers.extend({
  alarmId: z.number().int(),
  ne,
  object,
});
export type FilterPut = z.infer<typeof filterPut>;

/** A filter with all its members as they take effect. */
export const filterResource = z.object({
  alarmId: z.number().int(),
  ne: z.string().nullable(),
  object: z.string().nullable(),
  createWindow: seconds,
  createThreshold: seconds,
  restoreWindow: seconds,
  restoreThreshold: seconds,
  statWindow: seconds,
  statCreate: count,
  statRestore: count,
  realTime: z.boolean(),
  origin: z.enum(['stored', 'catalogue']),
});
export type FilterResource = z.infer<typeof filterResource>;
