import type { FilterResource } from '@omc/api';

interface Key {
  readonly ne: string;
  readonly object: string;
  readonly alarmId: number;
}

/** Finds the filter that holds for a key, most specific first: object, NE, alarm type, catalogue. */
export function filterIndex(filters: readonly FilterResource[]): (key: Key) => FilterResource | undefined {
  const byScope = new Map(filters.map((filter) => [scopeKey(filter), filter]));
  return ({ ne, object, alarmId }) =>
    byScope.get(scopeKey({ alarmId, ne, object })) ??
    byScope.get(scopeKey({ alarmId, ne, object: null })) ??
    byScope.get(scopeKey({ alarmId, ne: null, object: null }));
}

function scopeKey({ alarmId, ne, object }: Pick<FilterResource, 'alarmId' | 'ne' | 'object'>): string {
  return JSON.stringify([alarmId, ne, object]);
}
