import type { Catalogue } from './catalogue.js';
import {
  type Filter,
  type FilterFault,
  type FilterRule,
  type FilterScope,
  faultsOf,
  immediate,
  overlay,
  type StoredFilter,
} from './filter.js';
import { type Windows, windowsOf } from './windows.js';

/** A filter with its scope and all members as they take effect. */
export interface EffectiveFilter extends FilterScope {
  readonly filter: Filter;
  readonly origin: 'stored' | 'catalogue';
}

/** A stored filter that would become invalid, and why. */
export interface ScopedFault extends FilterFault {
  readonly scope: FilterScope;
}

/**
 * The filters in force. The most specific scope wins member by member: object, NE, type, catalogue.
 */
export class FilterBook {
  readonly #catalogue: Catalogue;
  readonly #rules = new Map<string, StoredFilter>();
  /** Types with a rule for an NE or object: the others need no further look. */
  readonly #scoped = new Set<number>();
  readonly #windows = new Map<string, Windows>();

  constructor(catalogue: Catalogue, stored: Iterable<StoredFilter> = []) {
    this.#catalogue = catalogue;
    this.replace(stored);
  }

  /** The windows of a key. */
  windowsFor(alarmId: number, ne: string, object: string): Windows {
    if (!this.#scoped.has(alarmId)) return this.#windowsAt({ alarmId });
    if (this.#rules.has(keyOf({ alarmId, ne, object }))) return this.#windowsAt({ alarmId, ne, object });
    if (this.#rules.has(keyOf({ alarmId, ne }))) return this.#windowsAt({ alarmId, ne });
    return this.#windowsAt({ alarmId });
  }

  /** The filter of a scope, all members as they take effect there. */
  effective(scope: FilterScope): EffectiveFilter {
    const origin = this.#rules.has(keyOf(scope)) ? 'stored' : 'catalogue';
    return { ...scope, filter: this.#resolve(scope, this.#rules), origin };
  }

  /** The members that are stored for a scope itself, or undefined. */
  ruleOf(scope: FilterScope): FilterRule | undefined {
    return this.#rules.get(keyOf(scope))?.rule;
  }

  /** The stored filters, as they are stored. */
  stored(): StoredFilter[] {
    return [...this.#rules.values()];
  }

  /** Every stored filter, and the catalogue's for types that have none of their own; by type, then scope. */
  list(): EffectiveFilter[] {
    const scopes: FilterScope[] = [...this.#rules.values()].map(({ rule: _, ...scope }) => scope);
    for (const type of this.#catalogue.values())
      if (type.origin === 'report' && !this.#rules.has(keyOf(type))) scopes.push({ alarmId: type.alarmId });
    return scopes.map((scope) => this.effective(scope)).sort(byScope);
  }

  /** What would be wrong, here or in a more specific filter, if this one were stored. */
  faultsOfPutting(filter: StoredFilter): ScopedFault[] {
    const rules = new Map(this.#rules).set(keyOf(filter), filter);
    return this.#faultsBelow(filter, rules);
  }

  /** What would be wrong in a more specific filter if this one were gone. */
  faultsOfRemoving(scope: FilterScope): ScopedFault[] {
    const rules = new Map(this.#rules);
    rules.delete(keyOf(scope));
    return this.#faultsBelow(scope, rules);
  }

  /**
   * How far back, in milliseconds, a change of filters would look for some key where the filters in force do not;
   * 0 where they do already, and for a change that is refused. `rule` undefined: the scope's filter is removed.
   */
  furtherBackMs(scope: FilterScope, rule: FilterRule | undefined): number {
    const faults =
      rule === undefined ? this.faultsOfRemoving(scope) : this.faultsOfPutting({ ...scope, rule });
    if (faults.length > 0) return 0;
    const rules = new Map(this.#rules);
    if (rule === undefined) rules.delete(keyOf(scope));
    else rules.set(keyOf(scope), { ...scope, rule });
    let furthest = 0;
    for (const below of [scope, ...this.#rules.values()].filter((each) => covers(scope, each))) {
      const { horizonMs } = windowsOf(this.#resolve(below, rules));
      const beforeMs = this.#windowsAt(below).horizonMs;
      // From where a fault began that may wait since as long as the windows before allowed.
      if (horizonMs > beforeMs) furthest = Math.max(furthest, beforeMs + horizonMs);
    }
    return furthest;
  }

  /** Stores a filter in place of the one of its scope. */
  put(filter: StoredFilter): void {
    this.#rules.set(keyOf(filter), filter);
    this.#forget();
  }

  /** Stores these filters and no others. */
  replace(filters: Iterable<StoredFilter>): void {
    this.#rules.clear();
    for (const filter of filters) this.#rules.set(keyOf(filter), filter);
    this.#forget();
  }

  /** Removes the filter of a scope; tells whether there was one. */
  remove(scope: FilterScope): boolean {
    const removed = this.#rules.delete(keyOf(scope));
    this.#forget();
    return removed;
  }

  #faultsBelow(changed: FilterScope, rules: ReadonlyMap<string, StoredFilter>): ScopedFault[] {
    const affected = [...rules.values()].filter((stored) => covers(changed, stored));
    return affected.flatMap((scope) =>
      faultsOf(this.#resolve(scope, rules)).map((fault) => ({ ...fault, scope })),
    );
  }

  #windowsAt(scope: FilterScope): Windows {
    const key = keyOf(scope);
    const known = this.#windows.get(key);
    if (known !== undefined) return known;
    const windows = windowsOf(this.#resolve(scope, this.#rules));
    this.#windows.set(key, windows);
    return windows;
  }

  #resolve(scope: FilterScope, rules: ReadonlyMap<string, StoredFilter>): Filter {
    const { alarmId, ne, object } = scope;
    const layers: (FilterRule | undefined)[] = [
      this.#catalogue.get(alarmId)?.filter,
      rules.get(keyOf({ alarmId }))?.rule,
      ne === undefined ? undefined : rules.get(keyOf({ alarmId, ne }))?.rule,
      ne === undefined || object === undefined ? undefined : rules.get(keyOf({ alarmId, ne, object }))?.rule,
    ];
    return layers.reduce<Filter>((base, rule) => (rule ? overlay(base, rule) : base), immediate);
  }

  #forget(): void {
    this.#windows.clear();
    this.#scoped.clear();
    for (const { alarmId, ne } of this.#rules.values()) if (ne !== undefined) this.#scoped.add(alarmId);
  }
}

/** Whether what a scope says counts for another: the same or a more specific one. */
export function covers(scope: FilterScope, other: FilterScope): boolean {
  return (
    scope.alarmId === other.alarmId &&
    (scope.ne === undefined || scope.ne === other.ne) &&
    (scope.object === undefined || scope.object === other.object)
  );
}

/** One text per scope; NE ids have no line break, and an empty object is not the same as none. */
function keyOf({ alarmId, ne, object }: FilterScope): string {
  if (ne === undefined) return String(alarmId);
  return object === undefined ? `${alarmId}\n${ne}` : `${alarmId}\n${ne}\n${object}`;
}

function byScope(a: FilterScope, b: FilterScope): number {
  if (a.alarmId !== b.alarmId) return a.alarmId - b.alarmId;
  const left = keyOf(a);
  const right = keyOf(b);
  return left < right ? -1 : left > right ? 1 : 0;
}
