import { z } from 'zod';
import { accessScope } from './access-scope.js';
import { instant } from './times.js';

/** Rights, each including those before it. */
export const userRoles = ['viewer', 'operator', 'engineer', 'admin'] as const;
export type UserRole = (typeof userRoles)[number];

/** Whether a role includes the rights of another. */
export function includesRole(role: UserRole, needed: UserRole): boolean {
  return userRoles.indexOf(role) >= userRoles.indexOf(needed);
}

export const sessionPost = z.strictObject({
  user: z.string().min(1).max(64),
  password: z.string().min(1).max(200),
});

export const sessionResource = z.object({
  token: z.string(),
  user: z.string(),
  role: z.enum(userRoles),
  expiresAt: instant,
});
export type SessionResource = z.infer<typeof sessionResource>;

/** Who a request comes from, and what the page should know of the system. */
export const whoami = sessionResource.omit({ token: true }).extend({
  version: z.string(),
  /** A line to show on every page, such as "demo network with short windows". */
  banner: z.object({ en: z.string(), zh: z.string() }).nullable(),
  scope: accessScope.describe('the NEs that one sees and acts on; null: all of them'),
  mustChangePassword: z.boolean().describe('another password should be set: POST /session/password'),
});
export type Whoami = z.infer<typeof whoami>;
