import type { FilterResource } from '@omc/api';

/** What a filter applies to, as a form holds it; what is empty does not restrict. */
export interface WrittenScope {
  readonly alarmId?: number | undefined;
  readonly ne?: string | null | undefined;
  readonly object?: string | null | undefined;
}

/** The filter that is stored for precisely this scope, if there is one. */
export function storedFilterOf(
  filters: readonly FilterResource[],
  scope: WrittenScope,
): FilterResource | undefined {
  const found = at(filters, scope.alarmId, named(scope.ne), named(scope.object));
  return found?.origin === 'stored' ? found : undefined;
}

/**
 * The filter that holds for a scope where it has none of its own: that of the NE, of the type, or the catalogue's.
 * Undefined where it is not known: what the catalogue says of a type is not listed beside a stored filter of that type.
 */
export function inheritedFilter(
  filters: readonly FilterResource[],
  { alarmId, ne, object }: WrittenScope,
): FilterResource | undefined {
  const ofType = at(filters, alarmId, null, null);
  if (named(ne) === null) return ofType?.origin === 'catalogue' ? ofType : undefined;
  if (named(object) === null) return ofType;
  return at(filters, alarmId, named(ne), null) ?? ofType;
}

function at(
  filters: readonly FilterResource[],
  alarmId: number | undefined,
  ne: string | null,
  object: string | null,
): FilterResource | undefined {
  return filters.find((each) => each.alarmId === alarmId && each.ne === ne && each.object === object);
}

function named(text: string | null | undefined): string | null {
  return text?.trim() || null;
}
