/** What a row holds under a column's key. */
export type Cell = string | number | boolean | null;

/** A result as data, by the keys of the columns. */
export type Row = Record<string, Cell>;

/** A column: its key in the data and its heading in the report. */
export interface Column {
  readonly key: string;
  readonly title: string;
}

/** The results of a command that lists or shows something. */
export interface ResultTable {
  readonly title: string;
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  /** A line behind the number of results, such as that there are more. */
  readonly note?: string;
}
