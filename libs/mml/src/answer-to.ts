import type { Clock } from '@omc/alarm';
import type { MmlAnswer } from './mml-answer.js';
import { renderReport } from './report/render-report.js';
import { renderTable } from './report/render-table.js';
import type { Outcome, Success } from './table/outcome.js';
import { retcodes } from './table/retcode.js';

/** What reports take from outside. */
export interface ReportSource {
  readonly clock: Clock;
  /** The running number of the next report. */
  readonly nextNumber: () => number;
}

/** Puts what came of a command into its report. `command` is how the report repeats it. */
export function answerTo(command: string, outcome: Outcome, source: ReportSource): MmlAnswer {
  const { code, text } = retcodes[outcome.ok ? 'success' : outcome.retcode];
  const report = renderReport({
    at: source.clock.now(),
    number: source.nextNumber(),
    command,
    retcode: code,
    text: outcome.ok ? text : `${text}: ${outcome.reason}`,
    lines: outcome.ok ? linesOf(outcome) : (outcome.lines ?? []),
  });
  return { retcode: code, report, rows: outcome.ok ? [...(outcome.table?.rows ?? [])] : [] };
}

function linesOf({ preface = [], table }: Success): string[] {
  return [...preface, ...(table ? renderTable(table) : [])];
}
