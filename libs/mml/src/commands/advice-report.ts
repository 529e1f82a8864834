import type { Bilingual, FilterAdviceResult, Percentiles } from '@omc/alarm';
import type { ListedStudy } from '../backend.js';
import { inBoth } from '../language.js';
import type { Column } from '../report/result-table.js';
import type { Success } from '../table/outcome.js';
import { secondsOf, studyPreface } from './study-preface.js';

/** Shows advice: pairs of windows, from most alarms to least. */
export function adviceReport(study: ListedStudy<FilterAdviceResult>): Success {
  const { faults, inForce, rows, faultDurations, okDurations } = study.result;
  return {
    ok: true,
    preface: [
      ...studyPreface(study, { en: 'In force', zh: '当前参数' }),
      {
        en: `Alarms with it: ${inForce.raised}; without any hold-off: ${faults}`,
        zh: `按当前参数: ${inForce.raised}条告警；不过滤: ${faults}条`,
      },
      inBoth({
        en: (say) =>
          `Seconds of fault: ${say(percentilesText(faultDurations))}; of ok between faults: ${say(percentilesText(okDurations))}`,
        zh: (say) =>
          `故障持续秒数: ${say(percentilesText(faultDurations))}；故障间隔秒数: ${say(percentilesText(okDurations))}`,
      }),
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
      note: {
        en: 'Saved: fewer alarms than without any hold-off, and than with the filter in force; delay and longest hidden fault are in seconds',
        zh: '减少数: 与不过滤及当前参数相比减少的告警数；延迟和最长隐藏以秒为单位',
      },
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

function percentilesText({ p50, p90, p99 }: Percentiles): Bilingual {
  if (p50 === undefined) return { en: 'none', zh: '无' };
  const [half, most, nearlyAll] = [p50, p90, p99].map(secondsOf);
  return {
    en: `50 % at most ${half}, 90 % ${most}, 99 % ${nearlyAll}`,
    zh: `50%不超过${half}，90% ${most}，99% ${nearlyAll}`,
  };
}
