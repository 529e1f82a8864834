import { MOST_VES_BYTES, vesEndpoints } from '@omc/api';
import express from 'express';
import type { Omc } from '../omc.js';
import type { RequestLimits } from './entrance/request-limits.js';
import { ProblemException } from './problem-exception.js';
import { admit } from './role-guard.js';

/** Lets only who may send VES events have their body read, and has the ledger count what is refused before it is. */
export function admitVes(omc: Omc, limits: RequestLimits): express.RequestHandler {
  const readBody = express.json({ limit: MOST_VES_BYTES, strict: true });
  return (request, response, next) => {
    const from = request.socket.remoteAddress ?? '';
    const admitted = admit(omc, request, { ...vesEndpoints.postVesEvent, via: 'ves' }).then(() =>
      limits.takeKnown(request, response),
    );
    admitted.then(
      () =>
        readBody(request, response, (error: unknown) => {
          if (error) omc.ves.refuse(from, 'malformed', error instanceof Error ? error.message : '');
          next(error);
        }),
      (error: unknown) => {
        omc.ves.refuse(from, reasonOf(error), 'before its body was read');
        next(error);
      },
    );
  };
}

function reasonOf(error: unknown): string {
  if (!(error instanceof ProblemException)) return 'not-stored';
  return { 401: 'auth', 403: 'not-allowed' }[error.problem.status] ?? 'overload';
}
