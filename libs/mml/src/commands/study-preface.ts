import type { ListedStudy } from '../backend.js';

interface Counted {
  readonly keys: number;
  readonly faults: number;
}

/** Says which reports a study went by, and with which filter. */
export function studyPreface(study: ListedStudy<Counted>, role: string): string[] {
  const { fromAt, untilAt, coveredFromAt, result, filter } = study;
  const members = [
    `RTP=${filter.realTime ? 'ON' : 'OFF'}, CTW=${filter.createWindow}, CTH=${filter.createThreshold}`,
    `RTW=${filter.restoreWindow}, RTH=${filter.restoreThreshold}`,
    `STATTW=${filter.statWindow}, STATCTH=${filter.statCreate}, STATRTH=${filter.statRestore}`,
  ];
  return [
    `Events from ${new Date(fromAt).toISOString()} to ${new Date(untilAt).toISOString()}; faults: ${result.faults}, keys: ${result.keys}`,
    ...(coveredFromAt > fromAt
      ? [`Before ${new Date(coveredFromAt).toISOString()} not all of them are stored any more`]
      : []),
    `${role}: ${members.join(', ')}`,
  ];
}

/** Seconds of a duration, to the millisecond; null where there is none. */
export function secondsOf(durationMs: number | undefined): number | null {
  return durationMs === undefined ? null : Math.round(durationMs) / 1000;
}
