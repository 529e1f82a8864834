import { z } from 'zod';
import { accessScope } from './access-scope.js';
import { userRoles } from './session.js';
import { instant } from './times.js';

const NAME = /^[^\p{C}\p{Z}:]{1,64}$/u;
const userName = z
  .string()
  .regex(NAME, 'must be 1 to 64 characters without blanks, colons and control characters');

/** A password that is set from now on; how it must be beyond its length, the rules for passwords say. */
const newPassword = z
  .string()
  .min(8, 'must have at least 8 characters')
  .max(128, 'must have at most 128 characters');

export const userPost = z.strictObject({
  user: userName,
  password: newPassword,
  role: z.enum(userRoles),
  scope: accessScope.default(null),
  mustChange: z.boolean().default(false).describe('the password must be changed before anything else'),
});
export type UserPost = z.infer<typeof userPost>;

export const userPatch = z
  .strictObject({
    password: newPassword.optional(),
    role: z.enum(userRoles).optional(),
    scope: accessScope.optional(),
    disabled: z.boolean().optional(),
    mustChange: z.boolean().optional(),
  })
  .refine((patch) => Object.keys(patch).length > 0, 'name at least one member to change');
export type UserPatch = z.infer<typeof userPatch>;

/** A user as it may be shown. */
export const userResource = z.object({
  user: z.string(),
  role: z.enum(userRoles),
  scope: accessScope,
  disabled: z.boolean(),
  mustChangePassword: z.boolean(),
  createdAt: instant,
  createdBy: z.string(),
  changedAt: instant,
  changedBy: z.string(),
});
export type UserResource = z.infer<typeof userResource>;

export const passwordPost = z.strictObject({
  password: z.string().min(1).max(200).describe('the one until now'),
  newPassword,
});
export type PasswordPost = z.infer<typeof passwordPost>;
