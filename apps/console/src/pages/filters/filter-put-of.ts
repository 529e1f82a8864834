import type { FilterPut, FilterResource } from '@omc/api';

/** What the form holds; an empty field is null or missing. */
export interface FilterValues {
  readonly alarmId: number;
  readonly ne?: string | null;
  readonly object?: string | null;
  readonly createWindow?: number | null;
  readonly createThreshold?: number | null;
  readonly restoreWindow?: number | null;
  readonly restoreThreshold?: number | null;
  readonly statWindow?: number | null;
  readonly statCreate?: number | null;
  readonly statRestore?: number | null;
  readonly realTime?: boolean;
}

/** Members of which one without the others would take another meaning than the form shows. */
const groups = [
  ['createWindow', 'createThreshold'],
  ['restoreWindow', 'restoreThreshold'],
  ['statWindow', 'statCreate', 'statRestore'],
] as const;

/**
 * The filter to store. What a catalogue's filter has and the form did not change is left out, so that it goes on
 * following the catalogue; a filter that is stored already keeps all that the form shows. An empty field is left out.
 */
export function filterPutOf(before: FilterResource | null, values: FilterValues): FilterPut {
  const follows = before?.origin === 'catalogue' ? before : null;
  const put: FilterPut = before
    ? { alarmId: before.alarmId, ...sameScope(before) }
    : { alarmId: values.alarmId, ...writtenScope(values) };
  for (const group of groups) {
    if (follows && group.every((member) => values[member] === follows[member])) continue;
    for (const member of group) {
      const value = values[member];
      if (typeof value === 'number') put[member] = value;
    }
  }
  return saysRealTime(before, values) ? { ...put, realTime: values.realTime ?? false } : put;
}

function writtenScope({ ne, object }: FilterValues): Pick<FilterPut, 'ne' | 'object'> {
  return { ...(ne?.trim() && { ne: ne.trim() }), ...(object?.trim() && { object: object.trim() }) };
}

/** The scope as it is: an empty object is the NE itself. */
function sameScope({ ne, object }: FilterResource): Pick<FilterPut, 'ne' | 'object'> {
  return { ...(ne !== null && { ne }), ...(object !== null && { object }) };
}

function saysRealTime(before: FilterResource | null, { realTime = false }: FilterValues): boolean {
  if (before === null) return realTime;
  return before.origin === 'stored' || realTime !== before.realTime;
}
