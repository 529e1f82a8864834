import type { Bilingual } from '@omc/alarm';
import type { ListedStudy } from '../backend.js';
import type { Words } from '../language.js';

interface Counted {
  readonly keys: number;
  readonly faults: number;
}

/** Says which reports a study went by, and with which filter. */
export function studyPreface(study: ListedStudy<Counted>, role: Bilingual): Words[] {
  const { fromAt, untilAt, coveredFromAt, result, filter } = study;
  const members = [
    `RTP=${filter.realTime ? 'ON' : 'OFF'}, CTW=${filter.createWindow}, CTH=${filter.createThreshold}`,
    `RTW=${filter.restoreWindow}, RTH=${filter.restoreThreshold}`,
    `STATTW=${filter.statWindow}, STATCTH=${filter.statCreate}, STATRTH=${filter.statRestore}`,
  ];
  const [from, until] = [fromAt, untilAt].map((at) => new Date(at).toISOString());
  const { faults, keys } = result;
  return [
    {
      en: `Events from ${from} to ${until}; faults: ${faults}, keys: ${keys}`,
      zh: `事件时段 ${from} 至 ${until}；故障数: ${faults}，对象数: ${keys}`,
    },
    ...(coveredFromAt > fromAt ? [partlyBefore(new Date(coveredFromAt).toISOString())] : []),
    { en: `${role.en}: ${members.join(', ')}`, zh: `${role.zh}: ${members.join(', ')}` },
  ];
}

function partlyBefore(at: string): Bilingual {
  return { en: `Before ${at} not all of them are stored any more`, zh: `${at} 之前的上报已不完整` };
}

/** Seconds of a duration, to the millisecond; null where there is none. */
export function secondsOf(durationMs: number | undefined): number | null {
  return durationMs === undefined ? null : Math.round(durationMs) / 1000;
}
