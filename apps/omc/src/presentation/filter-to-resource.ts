import type { EffectiveFilter } from '@omc/alarm';
import type { FilterResource } from '@omc/api';

/** A hold-off filter as the outside sees it. */
export function filterToResource({ alarmId, ne, object, filter, origin }: EffectiveFilter): FilterResource {
  return { alarmId, ne: ne ?? null, object: object ?? null, ...filter, origin };
}
