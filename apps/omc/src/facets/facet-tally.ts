import { type FacetName, type FacetResource, facetNames } from '@omc/api';
import type { AlarmKind, ResolvedFilter } from '@omc/store';

/** Where an alarm's NE, or the alarm itself, stands. */
export interface Whereabouts {
  readonly site?: string | undefined;
  readonly subnet?: string | undefined;
}

type Value = string | number;
type Wanted = ReadonlySet<Value> | undefined;

/** Counts alarms by facet: each facet those that match all the others. */
export class FacetTally {
  #total = 0;
  readonly #wanted: readonly Wanted[];
  readonly #counts: readonly Map<Value, number>[];

  constructor(filter: Pick<ResolvedFilter, FacetName>) {
    this.#wanted = facetNames.map((name) => setOf(filter[name]));
    this.#counts = facetNames.map(() => new Map());
  }

  /** Counts so many alarms that have everything here in common. */
  take({ severity, alarmId, ne, ack, role }: AlarmKind, { site, subnet }: Whereabouts, count = 1): void {
    const values = [severity, alarmId, ne, site, subnet, ack, role];
    let missed = -1;
    for (let place = 0; place < values.length; place += 1) {
      if (isAmong(this.#wanted[place], values[place])) continue;
      if (missed >= 0) return;
      missed = place;
    }
    if (missed >= 0) return this.#count(missed, values[missed], count);
    this.#total += count;
    for (let place = 0; place < values.length; place += 1) this.#count(place, values[place], count);
  }

  /** @param limit how many values of each facet are listed. */
  resource(limit: number, complete: boolean): FacetResource {
    const facets = facetNames.map((name, place) => [name, listed(this.#counts[place], limit)] as const);
    return {
      total: this.#total,
      complete,
      facets: Object.fromEntries(facets) as FacetResource['facets'],
    };
  }

  #count(place: number, value: Value | undefined, by: number): void {
    const counts = this.#counts[place];
    if (value !== undefined) counts?.set(value, (counts.get(value) ?? 0) + by);
  }
}

function setOf(wanted: Value | readonly Value[] | undefined): Wanted {
  if (wanted === undefined) return undefined;
  return new Set<Value>(typeof wanted === 'object' ? wanted : [wanted]);
}

function isAmong(wanted: Wanted, value: Value | undefined): boolean {
  return wanted === undefined || (value !== undefined && wanted.has(value));
}

function listed(counts: ReadonlyMap<Value, number> = new Map(), limit: number) {
  const values = [...counts].map(([value, count]) => ({ value, count }));
  values.sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1));
  return { distinct: values.length, values: values.slice(0, limit) };
}
