/**
 * The hold-off filter (ALMFILTER) of a supervised key. Durations are seconds, 0 to 3600, decimals allowed.
 */
export interface Filter {
  readonly createWindow: number;
  readonly createThreshold: number;
  readonly restoreWindow: number;
  readonly restoreThreshold: number;
  readonly statWindow: number;
  readonly statCreate: number;
  readonly statRestore: number;
  readonly realTime: boolean;
}

/** The members that a stored filter names; those left out follow the next less specific filter. */
export type FilterRule = { readonly [Member in keyof Filter]?: Filter[Member] };

/** What a filter applies to: a type everywhere, on one NE, or on one object of it. */
export interface FilterScope {
  readonly alarmId: number;
  readonly ne?: string;
  readonly object?: string;
}

/** A rule as it is stored for its scope. */
export interface StoredFilter extends FilterScope {
  readonly rule: FilterRule;
}

/** No hold-off at all: what holds where neither the catalogue nor an operator names a window. */
export const immediate: Filter = {
  createWindow: 0,
  createThreshold: 0,
  restoreWindow: 0,
  restoreThreshold: 0,
  statWindow: 0,
  statCreate: 0,
  statRestore: 0,
  realTime: false,
};

/** Lays a rule over a filter: a threshold left out beside a named window takes its default (the window, or 0). */
export function overlay(base: Filter, rule: FilterRule): Filter {
  const createWindow = rule.createWindow ?? base.createWindow;
  const restoreWindow = rule.restoreWindow ?? base.restoreWindow;
  return {
    createWindow,
    createThreshold:
      rule.createThreshold ?? (rule.createWindow === undefined ? base.createThreshold : createWindow),
    restoreWindow,
    restoreThreshold: rule.restoreThreshold ?? (rule.restoreWindow === undefined ? base.restoreThreshold : 0),
    statWindow: rule.statWindow ?? base.statWindow,
    statCreate: rule.statCreate ?? base.statCreate,
    statRestore: rule.statRestore ?? base.statRestore,
    realTime: rule.realTime ?? base.realTime,
  };
}

/** Something wrong with a filter: the member, and what is allowed. */
export interface FilterFault {
  readonly member: keyof Filter;
  readonly reason: string;
}

const MAX_SECONDS = 3600;
const MAX_COUNT = 1000;

/** Everything wrong with a filter as it would take effect (limits of the product: windows 0–3600 s, counts 0–1000). */
export function faultsOf(filter: Filter): FilterFault[] {
  const faults: FilterFault[] = [];
  const refuse = (member: keyof Filter, reason: string) => faults.push({ member, reason });
  for (const member of [
    'createWindow',
    'createThreshold',
    'restoreWindow',
    'restoreThreshold',
    'statWindow',
  ] as const)
    if (!(filter[member] >= 0 && filter[member] <= MAX_SECONDS))
      refuse(member, `must be 0 to ${MAX_SECONDS} seconds, is ${filter[member]}`);
  for (const member of ['statCreate', 'statRestore'] as const)
    if (!(Number.isInteger(filter[member]) && filter[member] >= 0 && filter[member] <= MAX_COUNT))
      refuse(member, `must be a whole number from 0 to ${MAX_COUNT}, is ${filter[member]}`);
  if (faults.length > 0) return faults;
  faultsOfCreate(filter, refuse);
  faultsOfRestore(filter, refuse);
  if (filter.statWindow > 0 && filter.statCreate === 0)
    refuse('statCreate', 'must be at least 1 where statWindow is not 0, is 0');
  else if (filter.statWindow > 0 && filter.statRestore >= filter.statCreate)
    refuse('statRestore', `must be less than statCreate (${filter.statCreate}), is ${filter.statRestore}`);
  return faults;
}

type Refuse = (member: keyof Filter, reason: string) => void;

function faultsOfCreate({ createWindow, createThreshold }: Filter, refuse: Refuse): void {
  if (createWindow === 0 && createThreshold !== 0)
    refuse('createThreshold', `must be 0 where createWindow is 0, is ${createThreshold}`);
  if (createWindow > 0 && !(createThreshold > 0 && createThreshold <= createWindow))
    refuse(
      'createThreshold',
      `must be more than 0 and at most createWindow (${createWindow}), is ${createThreshold}`,
    );
}

function faultsOfRestore({ restoreWindow, restoreThreshold }: Filter, refuse: Refuse): void {
  if (restoreWindow === 0 && restoreThreshold !== 0)
    refuse('restoreThreshold', `must be 0 where restoreWindow is 0, is ${restoreThreshold}`);
  if (restoreWindow > 0 && restoreThreshold >= restoreWindow)
    refuse('restoreThreshold', `must be less than restoreWindow (${restoreWindow}), is ${restoreThreshold}`);
}
