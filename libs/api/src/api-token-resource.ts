import { z } from 'zod';
import { accessScope } from './access-scope.js';
import { userRoles } from './session.js';
import { instant } from './times.js';

/** What a program is given to come in by. */
export const apiTokenPost = z.strictObject({
  name: z
    .string()
    .regex(/^[A-Za-z0-9._-]{1,64}$/, 'must be 1 to 64 characters of A-Z a-z 0-9 . _ -, not used yet'),
  role: z.enum(userRoles),
  /** Left out or null: whatever its owner sees. */
  scope: accessScope.optional(),
  /** At most 366 days ahead; left out: 90 days. */
  expiresAt: instant.optional(),
});
export type ApiTokenPost = z.infer<typeof apiTokenPost>;

/** A token as it may be shown: without what makes it one. */
export const apiTokenResource = z.object({
  id: z.uuid(),
  user: z.string(),
  name: z.string(),
  role: z.enum(userRoles),
  scope: accessScope,
  createdAt: instant,
  expiresAt: instant,
  /** To the minute; null: never. */
  lastUsedAt: instant.nullable(),
});
export type ApiTokenResource = z.infer<typeof apiTokenResource>;

/** A token that was just made, which is shown this once. */
export const newApiTokenResource = apiTokenResource.extend({ token: z.string() });
export type NewApiTokenResource = z.infer<typeof newApiTokenResource>;

/** A page of tokens, by owner and name. */
export const apiTokenQuery = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
