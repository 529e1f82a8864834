import { alarmActionNames, MAX_COMMENT } from '@omc/alarm';
import { z } from 'zod';
import { alarmResource } from './alarm-resource.js';
import { plainText } from './plain-text.js';
import { instant } from './times.js';

const comment = plainText(MAX_COMMENT);

/** What goes with an acknowledgement, its withdrawal or a clear. */
export const alarmActionPost = z.strictObject({ comment: comment.exactOptional() });
export type AlarmActionPost = z.infer<typeof alarmActionPost>;

/** A comment on an alarm. */
export const alarmCommentPost = z.strictObject({ comment });
export type AlarmCommentPost = z.infer<typeof alarmCommentPost>;

const id = z.uuid().toLowerCase();
const version = z.number().int().min(1);

/** One action on many alarms; an alarm as its id, or with the `lifeVersion` that it must have. */
export const alarmActionsPost = z
  .strictObject({
    action: z.enum(alarmActionNames),
    ids: z
      .array(z.union([id, z.strictObject({ id, lifeVersion: version })]))
      .min(1)
      .max(1000),
    comment: comment.exactOptional(),
  })
  .refine(({ action, comment }) => action !== 'comment' || comment !== undefined, {
    path: ['comment'],
    error: 'is what a comment is about: give one',
  });
export type AlarmActionsPost = z.infer<typeof alarmActionsPost>;

/** What became of each action, in the order in which they were asked for; the alarms as they are after the commit. */
export const alarmActionsResource = z.object({
  results: z.array(
    z.object({
      id: z.string(),
      status: z.union([z.literal(200), z.literal(404), z.literal(409), z.literal(412)]),
      detail: z.string().optional(),
      alarm: alarmResource.optional(),
    }),
  ),
});
export type AlarmActionsResource = z.infer<typeof alarmActionsResource>;
export type AlarmActionResult = AlarmActionsResource['results'][number];

/** What somebody said about an alarm. */
export const alarmCommentResource = z.object({
  id: z.string().describe('id of the comment'),
  at: instant,
  by: z.string(),
  text: z.string(),
});
export type AlarmCommentResource = z.infer<typeof alarmCommentResource>;
