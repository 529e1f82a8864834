import { isNeId, isObjectName, severities, shelfEndCauses, shelfStates } from '@omc/alarm';
import { z } from 'zod';
import { instant } from './times.js';

/** Members of a filter of `/alarms` by which nothing can be shelved, so that who tries is told why. */
const unfit = z
  .never({ error: 'is nothing to shelve by: name ne, object, subnet, alarmId or severity' })
  .describe('never: it is nothing to shelve by')
  .exactOptional();

/** A list, several with commas between them, or one by itself: as the list of alarms takes them. */
function listOf<Item extends z.ZodType>(item: Item) {
  const list = z.array(item).min(1).max(100);
  return z
    .preprocess((value) => {
      if (typeof value === 'string') return value.split(',');
      return Array.isArray(value) ? value : [value];
    }, list)
    .exactOptional();
}

const ONE_NE = 'must be one NE id: 1 to 64 characters of A-Z a-z 0-9 . _ -';

const match = {
  ne: z
    .preprocess(
      (value) => (Array.isArray(value) && value.length === 1 ? value[0] : value),
      z.string(ONE_NE).refine(isNeId, ONE_NE),
    )
    .exactOptional(),
  object: z.string().refine(isObjectName, 'must be an object name such as Cell=3').exactOptional(),
  subnet: z.string().refine(isObjectName, 'must be an object name such as Subnet=1').exactOptional(),
};
/** Also as digits, as in an address. */
const alarmId = z.preprocess(
  (value) => (typeof value === 'string' && /^\d{1,9}$/.test(value) ? Number(value) : value),
  z.number().int(),
);
const severity = z.enum(severities);

/** Which alarms a shelf hides: those for which every named member holds, and of a list any of its members. */
export const shelfMatch = z.strictObject({
  ...match,
  alarmId: listOf(alarmId),
  severity: listOf(severity),
  q: unfit,
  site: unfit,
  state: unfit,
  ack: unfit,
  role: unfit,
  group: unfit,
  shelved: unfit,
  since: unfit,
  until: unfit,
});

const reason = z.string().trim().min(1, 'must say why').max(500);

export const shelfPost = z.strictObject({
  match: shelfMatch,
  /** Now, where it is left out. */
  from: instant.exactOptional(),
  /** As long as is allowed, where it is left out beside `untilCleared`. */
  until: instant.exactOptional(),
  /** It also ends when the last alarm that it found active has cleared. */
  untilCleared: z.boolean().default(false),
  reason,
});
export type ShelfPost = z.infer<typeof shelfPost>;

/** What is left out stays; `from` can be moved while it is to come. */
export const shelfPatch = z.strictObject({
  from: instant.exactOptional(),
  until: instant.exactOptional(),
  reason: reason.exactOptional(),
});
export type ShelfPatch = z.infer<typeof shelfPatch>;

export const shelfQuery = z.strictObject({
  /** Those that are planned or active, where it is left out. */
  state: z.enum([...shelfStates, 'all']).optional(),
  ne: z.string().max(64).optional(),
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(1000),
});
export type ShelfQuery = z.infer<typeof shelfQuery>;

/** A shelf, where it stands and how much it hides. */
export const shelfResource = z.object({
  id: z.uuid(),
  match: z.object({
    ...match,
    alarmId: z.array(alarmId).exactOptional(),
    severity: z.array(severity).exactOptional(),
  }),
  from: instant,
  until: instant,
  untilCleared: z.boolean(),
  reason: z.string(),
  owner: z.string(),
  createdAt: instant,
  state: z.enum(shelfStates),
  /** How many active alarms it hides now; one that several shelves hide counts for each. */
  hides: z.number().int(),
  /** Active, and near its end: within 15 minutes, or the last quarter of a short one. */
  endsSoon: z.boolean(),
  endedAt: instant.nullable(),
  endedBecause: z.enum(shelfEndCauses).nullable(),
  /** The operator who ended it. */
  endedBy: z.string().nullable(),
});
export type ShelfResource = z.infer<typeof shelfResource>;

/** How many shelves hide alarms now, and of how many the end is near. */
export const shelfCounts = z.object({ active: z.number().int(), endsSoon: z.number().int() });
