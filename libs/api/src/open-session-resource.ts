import { waysIn } from '@omc/alarm';
import { z } from 'zod';
import { instant } from './times.js';

/** A session that is open: by which somebody is signed in, never its token. */
export const openSessionResource = z.object({
  id: z.uuid(),
  user: z.string(),
  beganAt: instant,
  lastUsedAt: instant,
  expiresAt: instant,
  from: z.string(),
  via: z.enum(waysIn),
  program: z.string().nullable(),
  current: z.boolean(),
});
export type OpenSessionResource = z.infer<typeof openSessionResource>;

const ofUser = z.strictObject({ user: z.string().min(1).max(64).optional() });

/** Whose sessions are to end. */
export const otherSessionsQuery = ofUser;
export type OtherSessionsQuery = z.infer<typeof otherSessionsQuery>;

/** Whose sessions, by pages. */
export const openSessionsQuery = ofUser.extend({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type OpenSessionsQuery = z.infer<typeof openSessionsQuery>;
