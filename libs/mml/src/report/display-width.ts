import { eastAsianWidth } from 'get-east-asian-width';

const COMBINING = /^[\p{Mn}\p{Me}]$/u;

/** How many cells of a terminal a text takes: Chinese characters take two, combining marks none. */
export function displayWidth(text: string): number {
  let cells = 0;
  for (const character of text)
    if (!COMBINING.test(character)) cells += eastAsianWidth(character.codePointAt(0) ?? 0);
  return cells;
}

/** Fills a text with blanks on its right up to a number of cells. */
export function padCellsEnd(text: string, cells: number): string {
  return text + ' '.repeat(Math.max(0, cells - displayWidth(text)));
}

/** Fills a text with blanks on its left up to a number of cells. */
export function padCellsStart(text: string, cells: number): string {
  return ' '.repeat(Math.max(0, cells - displayWidth(text))) + text;
}
