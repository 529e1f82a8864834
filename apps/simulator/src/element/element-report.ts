import type { Details, RawState } from '@omc/alarm';

/** What an NE has to say of one of its objects. */
export interface ElementReport extends Details {
  readonly object: string;
  readonly alarmId: number;
  readonly state: RawState;
  /** True time in milliseconds since 1970 UTC, whatever the NE's clock says; now where it is left out. */
  readonly at?: number;
}

/** The members of a report that may be missing, as an object that lacks those that are. */
export function detailsOf({ severity, text, info }: Details): Details {
  return {
    ...(severity !== undefined && { severity }),
    ...(text !== undefined && { text }),
    ...(info !== undefined && { info }),
  };
}
