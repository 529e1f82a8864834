import type { Endpoint } from '@omc/api';
import type { RequestHandler, Response } from 'express';
import type { Omc } from '../../omc.js';
import type { SignedRequest } from '../operation.js';
import { ProblemException } from '../problem-exception.js';
import { admit } from '../role-guard.js';
import { faultOfUrl } from './check-url.js';
import { readBody } from './read-body.js';
import { badRequest } from './refused.js';
import type { RequestLimits } from './request-limits.js';
import { isInterface, type Served, servedOperation } from './served-operation.js';

/** Of somebody who asks for what is not there: only who is known hears that. */
const NOTHING = { role: 'viewer', method: 'GET' } as const;
/** The same of VES senders, who come with a password. */
const NO_EVENTS = { ...NOTHING, basicAuth: true } as const;
/** Asked by whatever watches over the OMC, which is not to be turned away. */
const FREE: readonly string[] = ['/healthz', '/readyz'];

/**
 * What every request to an interface passes before it is worked on: its URL is sane, its sender is known and may, and
 * has not asked for too much, its operation exists; then its body is read. So nobody's body is read who may not send it.
 */
export function entrance(omc: Omc, limits: RequestLimits): RequestHandler {
  const enter = async (request: SignedRequest, response: Response): Promise<void> => {
    const fault = faultOfUrl(request.originalUrl);
    if (fault !== undefined) throw badRequest(fault);
    if (!isInterface(request.path)) return;
    const served = servedOperation(request.method, request.path);
    const endpoint = endpointOf(served);
    // VES has an entrance of its own behind this one, where the ledger counts what is refused.
    if (isVes(request) && endpoint !== undefined) return;
    await admitted(omc, request, response, endpoint, limits);
    if (served === undefined)
      throw new ProblemException(404, `there is nothing at ${request.path.slice(0, 200)}`);
    if ('allow' in served) refuseMethod(request, response, served.allow);
    refuseUnknownQuery(request, served.operation.endpoint);
    await readBody(request, response, served.operation.endpoint);
  };
  return (request, response, next) => {
    enter(request, response).then(() => next(), next);
  };
}

function endpointOf(served: Served): Endpoint | undefined {
  return served !== undefined && 'operation' in served ? served.operation.endpoint : undefined;
}

function isVes({ path }: SignedRequest): boolean {
  return /^\/eventListener(\/|$)/i.test(path);
}

async function admitted(
  omc: Omc,
  request: SignedRequest,
  response: Response,
  endpoint: Endpoint | undefined,
  limits: RequestLimits,
): Promise<void> {
  if (FREE.includes(request.path)) return;
  if (endpoint?.role === 'anyone') return limits.takeStranger(request, response);
  try {
    await admit(omc, request, endpoint ?? (isVes(request) ? NO_EVENTS : NOTHING));
  } catch (error) {
    if (error instanceof ProblemException && error.problem.status === 401)
      limits.takeStranger(request, response);
    throw error;
  }
  limits.takeKnown(request, response);
}

function refuseMethod({ method }: SignedRequest, response: Response, allow: readonly string[]): never {
  response.setHeader('allow', allow.join(', '));
  throw new ProblemException(405, `${method} is not known here; ${allow.join(', ')} are`);
}

/** Where an operation has a query, its schema judges the members. */
function refuseUnknownQuery({ query }: SignedRequest, endpoint: Endpoint): void {
  const [field] = Object.keys(query);
  if (endpoint.query === undefined && field !== undefined)
    throw badRequest({ field: field.slice(0, 64), reason: 'is not known here' });
}
