import type { Bilingual } from '@omc/alarm';
import type { Words } from '../language.js';
import type { ResultTable } from '../report/result-table.js';
import type { Retcode } from './retcode.js';

/** A command that was carried out, and what it shows. */
export interface Success {
  readonly ok: true;
  /** Lines before the table. */
  readonly preface?: readonly Words[];
  readonly table?: ResultTable;
}

/** A command that was not carried out. */
export interface Failure {
  readonly ok: false;
  readonly retcode: Exclude<Retcode, 'success'>;
  /** Names the parameter and what is allowed, in one line. */
  readonly reason: Bilingual;
  /** Further lines, such as the place of a syntax error. */
  readonly lines?: readonly string[];
}

export type Outcome = Success | Failure;

/** A command carried out that has nothing to show. */
export const done: Success = { ok: true };

/** A command that was not carried out, and why. */
export function failure(
  retcode: Failure['retcode'],
  reason: Bilingual,
  lines: readonly string[] = [],
): Failure {
  return { ok: false, retcode, reason, lines };
}
