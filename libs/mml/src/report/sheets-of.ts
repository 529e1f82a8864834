import type { ResultTable, Row } from './result-table.js';

/** So many rows at once, and where a result that goes on is cut off. */
export interface SheetSize {
  readonly rowsPerReport: number;
  readonly mostRows: number;
}

/** The rows of one report. */
export interface RowsOfReport {
  readonly rows: readonly Row[];
  /** No further report comes. */
  readonly last: boolean;
  /** There would have been more, but for the most that are shown. */
  readonly cut: boolean;
}

/** Deals a result out to reports; at most the rows of one report and a page are held at once. */
export async function* sheetsOf(
  { rows, pages = noPages }: Pick<ResultTable, 'rows' | 'pages'>,
  { rowsPerReport, mostRows }: SheetSize,
): AsyncGenerator<RowsOfReport> {
  let held = [...rows];
  let shown = 0;
  for await (const page of pages) {
    held.push(...page);
    while (held.length > rowsPerReport && shown + rowsPerReport < mostRows) {
      yield { rows: held.slice(0, rowsPerReport), last: false, cut: false };
      held = held.slice(rowsPerReport);
      shown += rowsPerReport;
    }
    if (shown + held.length > mostRows) break;
  }
  const left = pages === noPages ? held : held.slice(0, mostRows - shown);
  const cut = left.length < held.length;
  for (let from = 0; ; from += rowsPerReport) {
    const last = from + rowsPerReport >= left.length;
    yield { rows: left.slice(from, from + rowsPerReport), last, cut: last && cut };
    if (last) return;
  }
}

const noPages: AsyncIterable<readonly Row[]> = {
  [Symbol.asyncIterator]: () => ({ next: () => Promise.resolve({ done: true, value: undefined }) }),
};
