/** How many letters must be put in, taken out, replaced or swapped with their neighbour to make one word of the other. */
export function editDistance(from: string, to: string): number {
  let before: readonly number[] = [];
  let row: readonly number[] = Array.from({ length: to.length + 1 }, (_, index) => index);
  const letters = [...from];
  for (const [line, letter] of letters.entries()) {
    const next = [line + 1];
    for (let column = 1; column <= to.length; column += 1) {
      const isSwapped = letter === to[column - 2] && letters[line - 1] === to[column - 1];
      next.push(
        Math.min(
          (next[column - 1] ?? 0) + 1,
          (row[column] ?? 0) + 1,
          (row[column - 1] ?? 0) + (to[column - 1] === letter ? 0 : 1),
          isSwapped ? (before[column - 2] ?? 0) + 1 : Number.POSITIVE_INFINITY,
        ),
      );
    }
    [before, row] = [row, next];
  }
  return row[to.length] ?? 0;
}
