import { ProblemException } from '../problem-exception.js';

/** Why something is not taken, and which member it is about. */
export interface Refused {
  readonly field?: string;
  readonly reason: string;
}

/** A refusal as the answer that tells it. */
export function badRequest({ field, reason }: Refused): ProblemException {
  if (field === undefined) return new ProblemException(400, reason);
  return new ProblemException(400, `${field}: ${reason}`, { errors: [{ field, reason }] });
}
