import type { CanActivate, ExecutionContext } from '@nestjs/common';
import type { WayIn } from '@omc/alarm';
import { type Endpoint, includesRole } from '@omc/api';
import type { Session } from '@omc/store';
import type { Response } from 'express';
import { type BasicCredentials, basicOf } from '../access/basic-credentials.js';
import type { ClientCertificates } from '../access/client-certificates.js';
import { credentialsOf, isFromOtherPage, type RequestCredentials } from '../access/credentials-of-request.js';
import type { Sessions } from '../access/sessions.js';
import type { Configuration } from '../configuration/configuration.js';
import { endpointOf, requestOf, type SignedRequest } from './operation.js';
import { ProblemException, tooManyPasswords } from './problem-exception.js';
import { setSessionCookie } from './session-cookie.js';

/** Who is known to the OMC, by token, password or certificate. */
export interface Access {
  readonly sessions: Pick<Sessions, 'findAny' | 'renewed' | 'mustChange'>;
  readonly basicCredentials: Pick<BasicCredentials, 'find'>;
  readonly clientCertificates: Pick<ClientCertificates, 'find'>;
  readonly configuration: Configuration;
}

/** What of an endpoint says who may use it. */
export type Guarded = Pick<
  Endpoint,
  'role' | 'method' | 'basicAuth' | 'beforePasswordChange' | 'wholeNetwork'
> & {
  readonly via?: WayIn;
};

/** Lets through who may: a method that serves no declared endpoint lets nobody through. */
export class RoleGuard implements CanActivate {
  readonly #access: Access;

  constructor(access: Access) {
    this.#access = access;
  }

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const endpoint = endpointOf(context);
    if (endpoint === undefined) throw new ProblemException(403, 'nobody may use this');
    if (endpoint.role === 'anyone') return true;
    const request = requestOf(context);
    // Who it is, the entrance has found out; what they may is asked again here, where it is done.
    if (request.session === undefined) await admit(this.#access, request, endpoint);
    else authorise(this.#access, request.session, endpoint);
    return true;
  }
}

/** Finds out who sent a request and whether they may; throws 401, 403, 429 or 503. */
export async function admit(access: Access, request: SignedRequest, guarded: Guarded): Promise<void> {
  const { method, basicAuth, via = 'rest' } = guarded;
  const credentials = credentialsOf(request.headers);
  const session = basicAuth
    ? ((await byPassword(access, request, via)) ??
      (await access.clientCertificates.find(request.socket)) ??
      (await byToken(access, credentials)))
    : await byToken(access, credentials);
  if (session === undefined) throw new ProblemException(401, 'sign in first: POST /api/v1/session');
  if (credentials?.byCookie && method !== 'GET' && isFromOtherPage(request.headers))
    throw new ProblemException(403, 'a page of another origin may not do this with your session');
  authorise(access, session, guarded);
  request.session = { ...session, from: request.ip ?? '', via };
  if (credentials === undefined) return;
  request.token = credentials.token;
  if (credentials.byCookie && request.res !== undefined) await renew(access, credentials, request.res);
}

function authorise(
  { sessions }: Access,
  session: Session,
  { role, beforePasswordChange, wholeNetwork }: Guarded,
): void {
  if (!beforePasswordChange && sessions.mustChange(session))
    throw new ProblemException(403, 'change your password first: POST /api/v1/session/password');
  if (role !== 'anyone' && !includesRole(session.role, role))
    throw new ProblemException(403, `this needs the role ${role}; yours is ${session.role}`);
  if (wholeNetwork && session.scope !== null)
    throw new ProblemException(403, 'this concerns all NEs, and you are limited to some');
}

/** A browser's token is replaced well before it ends, so that one that was stolen is not good for long. */
async function renew(
  { sessions, configuration }: Access,
  { token }: RequestCredentials,
  response: Response,
): Promise<void> {
  const next = await sessions.renewed(token);
  if (next !== undefined) setSessionCookie(response, next, configuration);
}

async function byToken(
  { sessions }: Access,
  credentials: RequestCredentials | undefined,
): Promise<Session | undefined> {
  return credentials && (await sessions.findAny(credentials.token, credentials.byCookie));
}

async function byPassword(
  { basicCredentials }: Access,
  request: SignedRequest,
  via: WayIn,
): Promise<Session | undefined> {
  const basic = basicOf(request.headers.authorization);
  if (basic === undefined) return undefined;
  const from = request.ip ?? '';
  const session = await basicCredentials.find(basic.user, basic.password, { from, via });
  if (session === 'busy') throw new ProblemException(503, 'too many passwords are being checked; try again');
  if (session !== undefined && 'lockedForSeconds' in session) throw tooManyPasswords(session, request.res);
  return session;
}
