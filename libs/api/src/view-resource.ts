import { z } from 'zod';
import { alarmFilter } from './alarm-query.js';
import { instant } from './times.js';

const name = z
  .string()
  .trim()
  .min(1, 'must not be empty')
  .max(64, 'must have at most 64 characters')
  .regex(/^[^\p{Cc}\p{Cs}]*$/u, 'must not hold control characters or halves of characters');
const columnId = z.string().regex(/^[A-Za-z][A-Za-z0-9]{0,31}$/, 'must be the id of a column');

/** Which alarms: as lists take it, save what soon means nothing any more. */
const filter = alarmFilter
  .omit({ group: true, since: true, until: true })
  .describe('which alarms: as lists take it');
const sort = z
  .strictObject({ column: columnId, descending: z.boolean() })
  .nullable()
  .describe('column that it is sorted by; null: newest first');
const layout = z.enum(['causes', 'flat']);
/** In order, from the left; null: as wide as the console finds right. */
const columns = z
  .array(
    z.strictObject({
      id: columnId,
      width: z.number().int().min(20).max(4000).nullable(),
      hidden: z.boolean(),
    }),
  )
  .max(40);

/** A way to look at the alarm list, under a name that its owner has not used yet. */
export const viewPost = z.strictObject({
  name,
  shared: z.boolean().default(false),
  filter: filter.prefault({}),
  sort: sort.default(null),
  layout: layout.default('causes'),
  columns: columns.default([]),
});
export type ViewPost = z.infer<typeof viewPost>;

/** What is left out stays. */
export const viewPatch = z.strictObject({
  name: name.exactOptional(),
  shared: z.boolean().exactOptional(),
  filter: filter.exactOptional(),
  sort: sort.exactOptional(),
  layout: layout.exactOptional(),
  columns: columns.exactOptional(),
});
export type ViewPatch = z.infer<typeof viewPatch>;

/** A saved view, one's own or shared by somebody else. */
export const viewResource = z.object({
  id: z.uuid().describe('id of the view'),
  name: z.string().describe('name that its owner has not used for another'),
  owner: z.string(),
  shared: z.boolean(),
  /** It is the one that whoever asks begins with. */
  default: z.boolean(),
  filter,
  sort,
  layout,
  columns,
  version: z.number().int(),
  createdAt: instant,
  changedAt: instant,
  changedBy: z.string(),
});
export type ViewResource = z.infer<typeof viewResource>;

/** Which view one begins with; null: none. */
export const defaultView = z.strictObject({ id: z.uuid().toLowerCase().nullable() });
export type DefaultView = z.infer<typeof defaultView>;
