import { type Scope, scopeIncludes } from './scope.js';

/**
 * What is left of a scope for somebody who is limited themselves: at most what both include.
 *
 * @param subnetOf the subnet that an NE's topology names.
 */
export function narrowedScope(
  scope: Scope,
  limit: Scope,
  subnetOf: (ne: string) => string | undefined,
): Scope {
  if (scope === null) return limit;
  if (limit === null) return scope;
  return {
    nes: scope.nes.filter((ne) => scopeIncludes(limit, ne, subnetOf)),
    subnets: scope.subnets.filter((subnet) => limit.subnets.includes(subnet)),
  };
}
