/** Rights of a user, each including those before it. */
export const mmlRoles = ['viewer', 'operator', 'engineer', 'admin'] as const;
export type MmlRole = (typeof mmlRoles)[number];

/** What a command asks for: a role, or nothing, where it can be given without being logged in. */
export type NeededRole = MmlRole | 'anyone';

/** Whether a role includes the rights of another; undefined is the role of nobody. */
export function hasRole(role: MmlRole | undefined, needed: NeededRole): boolean {
  if (needed === 'anyone') return true;
  return role !== undefined && mmlRoles.indexOf(role) >= mmlRoles.indexOf(needed);
}
