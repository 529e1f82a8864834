import type { Bilingual, Clock } from '@omc/alarm';
import { inLanguage, type MmlLanguage } from './language.js';
import type { MmlAnswer } from './mml-answer.js';
import { escapeControls } from './report/escape-controls.js';
import { renderReport } from './report/render-report.js';
import { renderTable } from './report/render-table.js';
import type { ResultTable } from './report/result-table.js';
import { type RowsOfReport, type SheetSize, sheetsOf } from './report/sheets-of.js';
import { type Failure, failure, type Outcome, type Success } from './table/outcome.js';
import { retcodes } from './table/retcode.js';

/** What reports take from outside. */
export interface ReportSource extends SheetSize {
  readonly clock: Clock;
  /** The running number of the next command's reports. */
  readonly nextNumber: () => number;
  readonly language: MmlLanguage;
}

/** Puts what came of a command into its report, or into several where it is long. `command` is how they repeat it. */
export async function* answersTo(
  command: string,
  outcome: Outcome,
  source: ReportSource,
): AsyncGenerator<MmlAnswer> {
  const writer = new ReportWriter(command, source);
  if (!outcome.ok) yield writer.failure(outcome);
  else if (outcome.table === undefined) yield writer.report(writer.prefaceOf(outcome));
  else yield* writer.tabulated(outcome, outcome.table);
}

/** The report of something that is not allowed, where no command was run. */
export function failureReport(command: string, reason: Bilingual, source: ReportSource): string {
  return answerToFailure(command, failure('notAllowed', reason), source).report;
}

/** The report of a command that failed. */
export function answerToFailure(command: string, outcome: Failure, source: ReportSource): MmlAnswer {
  return new ReportWriter(command, source).failure(outcome);
}

const more = { en: 'There are more', zh: '还有更多结果' };
const continued = { en: 'To be continued...', zh: '仍有后续报告输出' };

class ReportWriter {
  readonly #command: string;
  readonly #source: ReportSource;
  readonly #number: number;

  constructor(command: string, source: ReportSource) {
    this.#command = command;
    this.#source = source;
    this.#number = source.nextNumber();
  }

  failure({ retcode, reason, lines = [] }: Failure): MmlAnswer {
    const { code, text } = retcodes[retcode];
    const { language } = this.#source;
    return {
      retcode: code,
      report: this.#framed(code, `${text[language]}: ${inLanguage(reason, language)}`, lines),
      rows: [],
    };
  }

  report(lines: readonly string[], rows: RowsOfReport['rows'] = []): MmlAnswer {
    const { code, text } = retcodes.success;
    return { retcode: code, report: this.#framed(code, text[this.#source.language], lines), rows: [...rows] };
  }

  prefaceOf({ preface = [] }: Success): string[] {
    return preface.map((words) => escapeControls(inLanguage(words, this.#source.language)));
  }

  async *tabulated(success: Success, table: ResultTable): AsyncGenerator<MmlAnswer> {
    let reports = 0;
    let results = 0;
    for await (const sheet of sheetsOf(table, this.#source)) {
      const preface = reports === 0 ? this.prefaceOf(success) : [];
      reports += 1;
      results += sheet.rows.length;
      const { rows, last } = sheet;
      const body = renderTable(table, { rows, upright: results === 1 && last }, this.#source.language);
      const closing = last
        ? this.#closing(table, sheet, results, reports)
        : [continued[this.#source.language]];
      const answer = this.report([...preface, ...body, ...closing], rows);
      yield last ? answer : { ...answer, continued: true };
    }
  }

  #closing({ note }: ResultTable, { cut }: RowsOfReport, results: number, reports: number): string[] {
    const { language } = this.#source;
    const count = { en: `(Number of results = ${results})`, zh: `(结果个数 = ${results})` };
    const parts = { en: `There are together ${reports} reports`, zh: `共有${reports}个报告` };
    return [
      count[language],
      ...(cut ? [more[language]] : []),
      ...(note === undefined ? [] : [inLanguage(note, language)]),
      ...(reports === 1 ? [] : [parts[language]]),
    ];
  }

  #framed(retcode: number, text: string, lines: readonly string[]): string {
    const at = this.#source.clock.now();
    return renderReport({ at, number: this.#number, command: this.#command, retcode, text, lines });
  }
}
