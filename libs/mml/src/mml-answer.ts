import type { Row } from './report/result-table.js';

/** What a command answers: its code, the report as an operator reads it, and its results as data. */
export interface MmlAnswer {
  readonly retcode: number;
  readonly report: string;
  readonly rows: Row[];
  /** Another report of the same command follows. */
  readonly continued?: true;
}

/**
 * Makes one answer of those to several commands: the first code that is not 0, the reports one behind the other with
 * a blank line between, the rows of all. No answers make an empty success.
 */
export function joinAnswers(answers: readonly MmlAnswer[]): MmlAnswer {
  return {
    retcode: answers.find(({ retcode }) => retcode !== 0)?.retcode ?? 0,
    report: answers.map(({ report }) => report).join('\n'),
    rows: answers.flatMap(({ rows }) => rows),
  };
}
