import { inLanguage, type MmlLanguage } from '../language.js';
import { csvLines, jsonLines } from './data-lines.js';
import { displayWidth, padCellsEnd, padCellsStart } from './display-width.js';
import { escapeControls } from './escape-controls.js';
import type { Cell, ResultTable, Row } from './result-table.js';

const GAP = '  ';
const nothing = { en: 'No matching result is found', zh: '没有查到相应的结果' };

/** Some rows of a table in the form that they are shown in. */
export interface Sheet {
  readonly rows: readonly Row[];
  /** The only row of a result stands upright, `name  =  value`. */
  readonly upright: boolean;
}

/** The lines of a result: its title, its headings and the rows of a sheet. Lines are not wrapped. */
export function renderTable(
  table: Pick<ResultTable, 'title' | 'columns' | 'form'>,
  sheet: Sheet,
  language: MmlLanguage,
): string[] {
  const title = inLanguage(table.title, language);
  return [title, '-'.repeat(displayWidth(title)), ...contentOf(table, sheet, language)];
}

function contentOf(
  table: Pick<ResultTable, 'columns' | 'form'>,
  { rows, upright }: Sheet,
  language: MmlLanguage,
): string[] {
  if (table.form === 'csv') return csvLines(table.columns, rows);
  if (table.form === 'json') return jsonLines(table.columns, rows);
  const headings = table.columns.map((column) => inLanguage(column.title, language));
  const cells = rows.map((row) => table.columns.map(({ key }) => renderCell(row[key])));
  return bodyOf(headings, cells, upright, language);
}

/** A value as a report shows it: `-` where there is none, `""` for an empty text, blanks only one by one. */
function renderCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '-';
  if (cell === '') return '""';
  return escapeControls(String(cell)).replace(/\s+/gu, ' ');
}

type Line = readonly string[];

function bodyOf(headings: Line, cells: readonly Line[], upright: boolean, language: MmlLanguage): string[] {
  const [only] = cells;
  if (only === undefined) return [nothing[language]];
  return upright ? uprightOf(headings, only) : linesOf(headings, cells);
}

function uprightOf(headings: Line, cells: Line): string[] {
  const width = Math.max(...headings.map(displayWidth));
  return headings.map((heading, at) => `${padCellsStart(heading, width)}${GAP}=${GAP}${cells[at] ?? ''}`);
}

function linesOf(headings: Line, cells: readonly Line[]): string[] {
  const widths = headings.map((heading, column) =>
    cells.reduce((widest, line) => Math.max(widest, displayWidth(line[column] ?? '')), displayWidth(heading)),
  );
  const lineOf = (line: Line) =>
    line
      .map((cell, column) => padCellsEnd(cell, widths[column] ?? 0))
      .join(GAP)
      .trimEnd();
  return [lineOf(headings), '', ...cells.map(lineOf)];
}
