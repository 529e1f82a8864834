/** One value of a facet that can be chosen, and how many alarms have it; null where that is not known. */
export interface FacetOption {
  readonly value: string;
  readonly count: number | null;
}

interface Known {
  readonly counted: readonly { readonly value: string | number; readonly count: number }[];
  /** Whether all values that any alarm has are among those. */
  readonly isWhole: boolean;
  readonly chosen: readonly string[];
  /** Further values that there are. */
  readonly others: readonly string[];
}

const MOST = 200;

/**
 * What stands in a facet's list: what is chosen first, then what alarms have, then, while something is searched for, what
 * else there is.
 */
export function facetOptions(
  { counted, isWhole, chosen, others }: Known,
  search: string,
  nameOf: (value: string) => string,
): FacetOption[] {
  const counts = new Map(counted.map(({ value, count }) => [String(value), count]));
  const part = search.trim().toLowerCase();
  const values = new Set([...chosen, ...counts.keys(), ...(part === '' ? [] : others)]);
  const options: FacetOption[] = [];
  for (const value of values) {
    if (options.length === MOST) break;
    if (`${nameOf(value)} ${value}`.toLowerCase().includes(part))
      options.push({ value, count: counts.get(value) ?? (isWhole ? 0 : null) });
  }
  return options;
}
