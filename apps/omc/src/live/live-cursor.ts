/** A cursor names the partition and the number of the last change that a client has: `0-4711`. */
export function encodeCursor(seq: number): string {
  return `0-${seq}`;
}

/** The number in a cursor; undefined where it is none of ours. */
export function decodeCursor(cursor: string): number | undefined {
  const digits = /^0-(\d{1,15})$/.exec(cursor)?.[1];
  return digits === undefined ? undefined : Number(digits);
}
