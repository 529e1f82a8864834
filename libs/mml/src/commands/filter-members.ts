import type { Filter } from '@omc/alarm';

/** The members of the hold-off filter by their MML names. */
export const filterMembers = {
  RTP: 'realTime',
  CTW: 'createWindow',
  CTH: 'createThreshold',
  RTW: 'restoreWindow',
  RTH: 'restoreThreshold',
  STATTW: 'statWindow',
  STATCTH: 'statCreate',
  STATRTH: 'statRestore',
} as const satisfies Record<string, keyof Filter>;
