import { ProblemException } from './problem-exception.js';

/**
 * The version that something must have to be changed, from `If-Match` (RFC 9110 §13.1.1): `"3"` or 3; undefined
 * where any will do. Throws 400.
 */
export function versionOfIfMatch(header: string | undefined): number | undefined {
  const given = header?.trim();
  if (given === undefined || given === '*') return undefined;
  const digits = /^("?)(\d{1,9})\1$/.exec(given)?.[2];
  if (digits === undefined)
    throw new ProblemException(400, 'If-Match: must be the version that is to be changed, such as "3"');
  return Number(digits);
}
