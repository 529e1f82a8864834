import type { FacetResource } from '@omc/api';
import type { AlarmView } from './alarm-view.js';

/**
 * How many of the alarms of a view are causes: roots, and alarms on their own. A facet counts what the other members of
 * the filter leave, so that the roles that are not chosen are left out here.
 */
export function rolesOf(
  { facets }: Pick<FacetResource, 'facets'>,
  { role: chosen }: Pick<AlarmView, 'role'>,
): { readonly root: number; readonly standalone: number } {
  const count = (role: 'root' | 'standalone') =>
    chosen.length > 0 && !chosen.includes(role)
      ? 0
      : (facets.role.values.find(({ value }) => value === role)?.count ?? 0);
  return { root: count('root'), standalone: count('standalone') };
}
