import type { FilterAdviceResult, Percentiles } from '@omc/alarm';
import type { ListedStudy } from '../backend.js';
import type { Column } from '../report/result-table.js';
import type { Success } from '../table/outcome.js';
import { secondsOf, studyPreface } from './study-preface.js';

/** Shows advice: pairs of windows, from most alarms to least. */
export function adviceReport(study: ListedStudy<FilterAdviceResult>): Success {
  const { faults, inForce, rows, faultDurations, okDurations } = study.result;
  return {
    ok: true,
    preface: [
      ...studyPreface(study, 'In force'),
      `With it: ${inForce.raised} alarms; without any hold-off: ${faults}`,
      `Seconds of fault: ${percentilesText(faultDurations)}; of ok between faults: ${percentilesText(okDurations)}`,
      '',
    ],
    table: {
      title: { en: 'Windows that would suit', zh: '合适的观察窗' },
      columns,
      rows: rows.map((row) => ({
        CTW: row.createWindow,
        RTW: row.restoreWindow,
        ALARMS: row.alarms,
        SAVED: faults - row.alarms,
        SAVEDNOW: inForce.raised - row.alarms,
        MEANDELAY: secondsOf(row.meanDelayMs),
        LONGEST: secondsOf(row.longestHiddenMs),
        SUGGESTED: row.suggested ? 'YES' : 'NO',
      })),
      note: 'Saved: fewer alarms than without any hold-off, and than with the filter in force; delay and longest hidden fault are in seconds',
    },
  };
}

const columns: readonly Column[] = [
  { key: 'CTW', title: 'CTW' },
  { key: 'RTW', title: 'RTW' },
  { key: 'ALARMS', title: { en: 'Alarms', zh: '告警数' } },
  { key: 'SAVED', title: { en: 'Saved', zh: '减少数' } },
  { key: 'SAVEDNOW', title: { en: 'Saved against now', zh: '比当前减少' } },
  { key: 'MEANDELAY', title: { en: 'Mean delay', zh: '平均延迟' } },
  { key: 'LONGEST', title: { en: 'Longest hidden', zh: '最长隐藏' } },
  { key: 'SUGGESTED', title: { en: 'Suggested', zh: '推荐' } },
];

function percentilesText({ p50, p90, p99 }: Percentiles): string {
  if (p50 === undefined) return 'none';
  return `50 % at most ${secondsOf(p50)}, 90 % ${secondsOf(p90)}, 99 % ${secondsOf(p99)}`;
}
