import type { UserRole, Whoami } from '@omc/api';
import type { Page } from './url-state.js';

/** The roles, each with the rights of those before it. */
export const roles: readonly UserRole[] = ['viewer', 'operator', 'engineer', 'admin'];

/** Whether a role has all rights of another, which may be none that there is. */
export function isAtLeast(role: UserRole, least: unknown): boolean {
  return roles.slice(0, roles.indexOf(role) + 1).some((each) => each === least);
}

/** Whether a role may act on alarms and ask NEs for theirs. */
export function mayOperate(role: UserRole): boolean {
  return isAtLeast(role, 'operator');
}

/** Whether a role may change filters and NEs. The OMC decides; the page only hides what would be refused. */
export function mayEngineer(role: UserRole): boolean {
  return isAtLeast(role, 'engineer');
}

/** Whether somebody sees, and may speak for, all NEs. */
export function seesEverything({ scope }: Pick<Whoami, 'scope'>): boolean {
  return scope === null;
}

/** Whether somebody may look after users and the audit log. */
export function mayAdminister({ role, scope }: Pick<Whoami, 'role' | 'scope'>): boolean {
  return role === 'admin' && scope === null;
}

/** Pages of what belongs to no NE. */
const OF_ALL_NES: readonly Page[] = ['ledger', 'traps'];
const OF_PEOPLE: readonly Page[] = ['users', 'audit'];

/** Whether a page is of any use to somebody: what the OMC would refuse is not offered. */
export function isFor(page: Page, session: Pick<Whoami, 'role' | 'scope'>): boolean {
  if (OF_PEOPLE.includes(page)) return mayAdminister(session);
  return seesEverything(session) || !OF_ALL_NES.includes(page);
}
