import { displayWidth, padCellsEnd, padCellsStart } from './display-width.js';
import { escapeControls } from './escape-controls.js';
import type { Cell, ResultTable } from './result-table.js';

const GAP = '  ';

/** The lines of a result: a table; a single row stands upright, `name  =  value`. Lines are not wrapped. */
export function renderTable(table: ResultTable): string[] {
  return [
    table.title,
    '-'.repeat(displayWidth(table.title)),
    ...bodyOf(table),
    `(Number of results = ${table.rows.length})`,
    ...(table.note === undefined ? [] : [table.note]),
  ];
}

/** A value as a report shows it: `-` where there is none, `""` for an empty text, blanks only one by one. */
function renderCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '-';
  if (cell === '') return '""';
  return escapeControls(String(cell)).replace(/\s+/gu, ' ');
}

function bodyOf(table: ResultTable): string[] {
  if (table.rows.length === 0) return ['No matching result is found'];
  return table.rows.length === 1 ? uprightOf(table) : linesOf(table);
}

function uprightOf({ columns, rows }: ResultTable): string[] {
  const width = Math.max(...columns.map(({ title }) => displayWidth(title)));
  return columns.map(
    ({ key, title }) => `${padCellsStart(title, width)}${GAP}=${GAP}${renderCell(rows[0]?.[key])}`,
  );
}

function linesOf({ columns, rows }: ResultTable): string[] {
  const cells = [columns.map(({ title }) => title)];
  for (const row of rows) cells.push(columns.map(({ key }) => renderCell(row[key])));
  const widths = columns.map((_, column) =>
    cells.reduce((widest, line) => Math.max(widest, displayWidth(line[column] ?? '')), 0),
  );
  const [heading = '', ...lines] = cells.map((line) =>
    line
      .map((cell, column) => padCellsEnd(cell, widths[column] ?? 0))
      .join(GAP)
      .trimEnd(),
  );
  return [heading, '', ...lines];
}
