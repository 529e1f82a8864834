/** Where a client's list stands. */
export interface LiveCursor {
  /** Number of the last change that the list contains. */
  readonly seq: number;
  /** Whether it is the whole list: with parts still to come, nothing can go on from here. */
  readonly isWhole: boolean;
}

/** A cursor names the partition and the number of the last change: `0-4711`; `0-4711+` while parts are still to come. */
export function encodeCursor(seq: number, isWhole = true): string {
  return isWhole ? `0-${seq}` : `0-${seq}+`;
}

/** What a cursor says; undefined where it is none of ours. */
export function decodeCursor(cursor: string): LiveCursor | undefined {
  const [, digits, mark] = /^0-(\d{1,15})(\+?)$/.exec(cursor) ?? [];
  return digits === undefined ? undefined : { seq: Number(digits), isWhole: mark === '' };
}
