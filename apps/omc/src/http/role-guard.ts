import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { type Endpoint, includesRole } from '@omc/api';
import { credentialsOf, isSameOrigin } from '../access/credentials-of-request.js';
import type { Sessions } from '../access/sessions.js';
import { endpointOf, requestOf, type SignedRequest } from './operation.js';
import { ProblemException } from './problem-exception.js';

/** Lets through who may: a method that serves no declared endpoint lets nobody through. */
export class RoleGuard implements CanActivate {
  readonly #sessions: Sessions;

  constructor(sessions: Sessions) {
    this.#sessions = sessions;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = endpointOf(context);
    if (endpoint === undefined) throw new ProblemException(403, 'nobody may use this');
    if (endpoint.role === 'anyone') return true;
    await admit(this.#sessions, requestOf(context), endpoint);
    return true;
  }
}

/** Finds out who sent a request and whether they may; throws 401 or 403. */
async function admit(
  sessions: Sessions,
  request: SignedRequest,
  { role, method }: Pick<Endpoint, 'role' | 'method'>,
): Promise<void> {
  const credentials = credentialsOf(request.headers);
  const session = credentials && (await sessions.find(credentials.token));
  if (credentials === undefined || session === undefined)
    throw new ProblemException(401, 'sign in first: POST /api/v1/session');
  if (credentials.byCookie && method !== 'GET' && !isSameOrigin(request.headers))
    throw new ProblemException(403, 'a page of another origin may not do this with your session');
  if (role !== 'anyone' && !includesRole(session.role, role))
    throw new ProblemException(403, `this needs the role ${role}; yours is ${session.role}`);
  request.session = session;
  request.token = credentials.token;
}
