import type { FilterResource } from '@omc/api';

type Scope = Pick<FilterResource, 'alarmId' | 'ne' | 'object' | 'origin'>;

/** A filter for tests in which its scope matters, and not its windows. */
export function aFilter(scope: Scope): FilterResource {
  return {
    ...scope,
    createWindow: 90,
    createThreshold: 90,
    restoreWindow: 15,
    restoreThreshold: 0,
    statWindow: 0,
    statCreate: 0,
    statRestore: 0,
    realTime: false,
  };
}
