import { HttpException } from '@nestjs/common';
import type { Refusal } from '@omc/alarm';
import type { Problem } from '@omc/api';
import type { Response } from 'express';
import { type ZodError, z } from 'zod';
import type { LockedOut } from '../access/password-desk.js';

const TITLES: Readonly<Record<number, string>> = {
  400: 'Bad request',
  401: 'Not signed in',
  403: 'Not allowed',
  404: 'Not found',
  405: 'Method not allowed',
  409: 'Conflict',
  412: 'Precondition failed',
  413: 'Too large',
  415: 'Unsupported media type',
  429: 'Too many requests',
  500: 'Internal error',
  503: 'Not ready',
};

type Extra = Pick<Problem, 'errors' | 'current'>;

/** An error for the client, as RFC 9457 writes it. */
export class ProblemException extends HttpException {
  readonly problem: Problem;

  constructor(status: number, detail?: string, extra: Extra = {}) {
    const problem = problemOf(status, detail, extra);
    super(problem, status);
    this.problem = problem;
  }
}

/** The body of an error. */
export function problemOf(status: number, detail?: string, extra: Extra = {}): Problem {
  return {
    type: 'about:blank',
    title: TITLES[status] ?? 'Error',
    status,
    ...(detail === undefined ? {} : { detail }),
    ...extra,
  };
}

const STATUS_OF = { invalid: 400, 'not-allowed': 403, 'not-found': 404, conflict: 409 } as const;

/** The writer's refusal as an error. */
export function refusedProblem({ refused, field, reason }: Refusal): ProblemException {
  if (field === undefined) return new ProblemException(STATUS_OF[refused], reason);
  return new ProblemException(STATUS_OF[refused], `${field}: ${reason}`, { errors: [{ field, reason }] });
}

/** Too many wrong passwords; nothing is checked for a while. */
export function tooManyPasswords(
  { lockedForSeconds }: LockedOut,
  response: Response | undefined,
): ProblemException {
  response?.setHeader('retry-after', String(lockedForSeconds));
  return new ProblemException(429, `too many wrong passwords; try again in ${lockedForSeconds} s`);
}

/** A cursor that another list, or nobody, gave out. */
export function wrongCursor(): ProblemException {
  const reason = 'is not a cursor of this list and sort; begin without one';
  return new ProblemException(400, `cursor: ${reason}`, { errors: [{ field: 'cursor', reason }] });
}

/** What is wrong with an input, member by member. */
export function invalidProblem(error: ZodError): ProblemException {
  const errors = error.issues.flatMap((issue) =>
    issue.code === 'unrecognized_keys'
      ? issue.keys.map((key) => ({
          field: z.core.toDotPath([...issue.path, key]),
          reason: 'is not known here',
        }))
      : [{ field: z.core.toDotPath(issue.path), reason: issue.message }],
  );
  const detail = errors.map(({ field, reason }) => (field ? `${field}: ${reason}` : reason)).join('; ');
  return new ProblemException(400, detail, { errors });
}
