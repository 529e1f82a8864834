import { printable } from '../printable.js';

const MOST_CHARACTERS = 200;

/** What a program calls itself, fit to be stored and shown; null where it does not. */
export function programName(called: string | undefined): string | null {
  const name = printable(called?.trim() ?? '', MOST_CHARACTERS);
  return name === '' ? null : name;
}
