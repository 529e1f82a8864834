import type { DryRunResult, OutcomeFigures } from '@omc/alarm';
import type { ListedStudy } from '../backend.js';
import type { Column, Row } from '../report/result-table.js';
import type { Success } from '../table/outcome.js';
import { secondsOf, studyPreface } from './study-preface.js';

/** Shows a dry run: what would have been done above what was done. */
export function dryRunReport(study: ListedStudy<DryRunResult>): Success {
  const { proposed, done, difference } = study.result;
  const { hidden, shown, later, earlier, meanLaterMs, maxLaterMs } = difference;
  const byHowMuch =
    later === 0 ? '' : ` (by ${secondsOf(meanLaterMs)} s on average, ${secondsOf(maxLaterMs)} s at most)`;
  return {
    ok: true,
    preface: [
      ...studyPreface(study, 'Proposed'),
      `Faults no longer shown: ${hidden}; newly shown: ${shown}; alarms later: ${later}${byHowMuch}; earlier: ${earlier}`,
      '',
    ],
    table: {
      title: 'Dry run',
      columns,
      rows: [rowOf('PROPOSED', proposed), rowOf('DONE', done)],
      note: 'Delays and the longest hidden fault are in seconds',
    },
  };
}

const columns: readonly Column[] = [
  { key: 'FILTER', title: 'Filter' },
  { key: 'RAISED', title: 'Raised' },
  { key: 'DELAYED', title: 'Delayed' },
  { key: 'MEANDELAY', title: 'Mean delay' },
  { key: 'MAXDELAY', title: 'Max delay' },
  { key: 'HIDDEN', title: 'Hidden' },
  { key: 'LONGEST', title: 'Longest hidden' },
  { key: 'NE', title: 'of NE' },
  { key: 'OBJ', title: 'Object' },
  { key: 'AT', title: 'Began at' },
  { key: 'JOINED', title: 'Joined' },
  { key: 'PENDING', title: 'Pending' },
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
