import { z } from 'zod';
import { plainText } from './plain-text.js';
import { instant } from './times.js';

/** A note that is shown with each alarm of an NE, of a type, or of a type in an NE. */
export const noteResource = z.object({
  ne: z.string().nullable(),
  alarmId: z.number().int().nullable(),
  text: z.string(),
  by: z.string(),
  at: instant,
});
export type NoteResource = z.infer<typeof noteResource>;

const placeMembers = {
  ne: z.string().min(1).max(64).exactOptional(),
  alarmId: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1)
    .exactOptional(),
};
const isSomewhere = ({ ne, alarmId }: { ne?: string; alarmId?: number }) =>
  ne !== undefined || alarmId !== undefined;
const PLACE = { path: ['ne'], error: 'ne, alarmId or both say what the note sticks to' };

/** What a note sticks to. */
export const notePlace = z.strictObject(placeMembers).refine(isSomewhere, PLACE);
export type NotePlaceQuery = z.infer<typeof notePlace>;

/** A note, instead of the one that is there. */
export const notePut = z.strictObject({ ...placeMembers, text: plainText(4_000) }).refine(isSomewhere, PLACE);
export type NotePut = z.infer<typeof notePut>;
