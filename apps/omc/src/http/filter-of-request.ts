import type { FilterScope, StoredFilter } from '@omc/alarm';
import type { FilterPut } from '@omc/api';

interface LooseScope {
  readonly alarmId: number;
  readonly ne?: string | undefined;
  readonly object?: string | undefined;
}

/** The scope that a request names. */
export function scopeOf({ alarmId, ne, object }: LooseScope): FilterScope {
  return named({ alarmId, ne, object }) as unknown as FilterScope;
}

/** The filter that a request describes. */
export function filterOf({ alarmId, ne, object, ...rule }: FilterPut): StoredFilter {
  return { ...scopeOf({ alarmId, ne, object }), rule: named(rule) };
}

/** Only the members that have a value. */
function named<Members extends object>(
  members: Members,
): { [Name in keyof Members]?: NonNullable<Members[Name]> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as never;
}
