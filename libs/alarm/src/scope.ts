/** Which NEs somebody may see and act on: `null` all of them, else those that are named, and those of the named subnets. */
export type Scope = { readonly nes: readonly string[]; readonly subnets: readonly string[] } | null;

/**
 * Whether an NE lies within a scope. `network` is no different: it belongs to nobody limited unless it is named.
 *
 * @param subnetOf the subnet that an NE's topology names.
 */
export function scopeIncludes(
  scope: Scope,
  ne: string,
  subnetOf: (ne: string) => string | undefined,
): boolean {
  if (scope === null || scope.nes.includes(ne)) return true;
  const subnet = scope.subnets.length === 0 ? undefined : subnetOf(ne);
  return subnet !== undefined && scope.subnets.includes(subnet);
}

/** Whether all that a scope includes, another does, too; NEs are not looked up in subnets. */
export function scopeCovers(wider: Scope, narrower: Scope): boolean {
  if (wider === null) return true;
  if (narrower === null) return false;
  return (
    narrower.nes.every((ne) => wider.nes.includes(ne)) &&
    narrower.subnets.every((subnet) => wider.subnets.includes(subnet))
  );
}
