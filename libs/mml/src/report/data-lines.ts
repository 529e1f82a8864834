import { escapeControls } from './escape-controls.js';
import type { Cell, Column, Row } from './result-table.js';

/** Rows as lines of a CSV file (RFC 4180), the heading first. */
export function csvLines(columns: readonly Column[], rows: readonly Row[]): string[] {
  const keys = columns.map(({ key }) => key);
  return [keys.join(','), ...rows.map((row) => keys.map((key) => csvCell(row[key])).join(','))];
}

/** Rows as JSON objects, one a line. */
export function jsonLines(columns: readonly Column[], rows: readonly Row[]): string[] {
  return rows.map((row) =>
    JSON.stringify(Object.fromEntries(columns.map(({ key }) => [key, row[key] ?? null]))),
  );
}

/** What a spreadsheet takes for the beginning of a formula. */
const FORMULA = /^[=+\-@\t\r]/;

function csvCell(cell: Cell | undefined): string {
  if (cell === null || cell === undefined) return '';
  if (typeof cell !== 'string') return String(cell);
  const harmless = FORMULA.test(cell) ? `'${cell}` : cell;
  const text = escapeControls(harmless);
  return /[",]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
