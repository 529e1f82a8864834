/** Rights of a user, each including those before it. */
export const mmlRoles = ['viewer', 'operator', 'engineer', 'admin'] as const;
export type MmlRole = (typeof mmlRoles)[number];

/** Whether a role includes the rights of another. */
export function hasRole(role: MmlRole, needed: MmlRole): boolean {
  return mmlRoles.indexOf(role) >= mmlRoles.indexOf(needed);
}
