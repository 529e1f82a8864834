import type { Words } from '../language.js';

/** What a row holds under a column's key. */
export type Cell = string | number | boolean | null;

/** A result as data, by the keys of the columns. */
export type Row = Record<string, Cell>;

/** A column: its key in the data and its heading in the report. */
export interface Column {
  readonly key: string;
  readonly title: Words;
}

/** The results of a command that lists or shows something. */
export interface ResultTable {
  readonly title: Words;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** Further rows behind those, read as they are asked for: so many that they are not held at once. */
  readonly pages?: AsyncIterable<readonly Row[]>;
  /** As data for programs instead of columns for people. */
  readonly form?: 'csv' | 'json';
  /** A line behind the number of results, such as that there are more. */
  readonly note?: Words;
}
