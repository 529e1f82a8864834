import type { DryRunResult, OutcomeFigures } from '@omc/alarm';
import type { ListedStudy } from '../backend.js';
import type { Column, Row } from '../report/result-table.js';
import type { Success } from '../table/outcome.js';
import { secondsOf, studyPreface } from './study-preface.js';

/** Shows a dry run: what would have been done above what was done. */
export function dryRunReport(study: ListedStudy<DryRunResult>): Success {
  const { proposed, done, difference } = study.result;
  const { hidden, shown, later, earlier, meanLaterMs, maxLaterMs } = difference;
  const [mean, most] = [secondsOf(meanLaterMs), secondsOf(maxLaterMs)];
  const byHowMuch =
    later === 0
      ? { en: '', zh: '' }
      : { en: ` (by ${mean} s on average, ${most} s at most)`, zh: ` (平均${mean}秒，最多${most}秒)` };
  return {
    ok: true,
    preface: [
      ...studyPreface(study, { en: 'Proposed', zh: '试算参数' }),
      {
        en: `Faults no longer shown: ${hidden}; newly shown: ${shown}; alarms later: ${later}${byHowMuch.en}; earlier: ${earlier}`,
        zh: `不再显示的故障: ${hidden}；新显示的: ${shown}；延后的告警: ${later}${byHowMuch.zh}；提前的: ${earlier}`,
      },
      '',
    ],
    table: {
      title: { en: 'Dry run', zh: '试算结果' },
      columns,
      rows: [rowOf('PROPOSED', proposed), rowOf('DONE', done)],
      note: {
        en: 'Delays and the longest hidden fault are in seconds',
        zh: '延迟和最长隐藏故障以秒为单位',
      },
    },
  };
}

const columns: readonly Column[] = [
  { key: 'FILTER', title: { en: 'Filter', zh: '过滤参数' } },
  { key: 'RAISED', title: { en: 'Raised', zh: '产生数' } },
  { key: 'DELAYED', title: { en: 'Delayed', zh: '延迟数' } },
  { key: 'MEANDELAY', title: { en: 'Mean delay', zh: '平均延迟' } },
  { key: 'MAXDELAY', title: { en: 'Max delay', zh: '最大延迟' } },
  { key: 'HIDDEN', title: { en: 'Hidden', zh: '隐藏数' } },
  { key: 'LONGEST', title: { en: 'Longest hidden', zh: '最长隐藏' } },
  { key: 'NE', title: { en: 'of NE', zh: '所属网元' } },
  { key: 'OBJ', title: { en: 'Object', zh: '对象' } },
  { key: 'AT', title: { en: 'Began at', zh: '开始时间' } },
  { key: 'JOINED', title: { en: 'Joined', zh: '合并数' } },
  { key: 'PENDING', title: { en: 'Pending', zh: '待定数' } },
];

function rowOf(filter: string, figures: OutcomeFigures): Row {
  const { longestHidden } = figures;
  return {
    FILTER: filter,
    RAISED: figures.raised,
    DELAYED: figures.delayed,
    MEANDELAY: secondsOf(figures.meanDelayMs),
    MAXDELAY: secondsOf(figures.maxDelayMs),
    HIDDEN: figures.hidden,
    LONGEST: secondsOf(longestHidden?.durationMs),
    NE: longestHidden?.ne ?? null,
    OBJ: longestHidden?.object ?? null,
    AT: longestHidden === undefined ? null : new Date(longestHidden.faultAt).toISOString(),
    JOINED: figures.joined,
    PENDING: figures.pending,
  };
}
