import type { CanActivate, ExecutionContext } from '@nestjs/common';
import { type Endpoint, includesRole } from '@omc/api';
import type { Session } from '@omc/store';
import { type BasicCredentials, basicOf } from '../access/basic-credentials.js';
import type { ClientCertificates } from '../access/client-certificates.js';
import { credentialsOf, isSameOrigin } from '../access/credentials-of-request.js';
import type { Sessions } from '../access/sessions.js';
import { endpointOf, requestOf, type SignedRequest } from './operation.js';
import { ProblemException } from './problem-exception.js';

/** Who is known to the OMC, by token, password or certificate. */
export interface Access {
  readonly sessions: Pick<Sessions, 'find'>;
  readonly basicCredentials: Pick<BasicCredentials, 'find'>;
  readonly clientCertificates: Pick<ClientCertificates, 'find'>;
}

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
    await admit(this.#access, requestOf(context), endpoint);
    return true;
  }
}

/** Finds out who sent a request and whether they may; throws 401, 403 or 503. */
export async function admit(
  access: Access,
  request: SignedRequest,
  { role, method, basicAuth = false }: Pick<Endpoint, 'role' | 'method'> & { readonly basicAuth?: boolean },
): Promise<void> {
  const credentials = credentialsOf(request.headers);
  const session = basicAuth
    ? ((await byPassword(access, request)) ??
      (await access.clientCertificates.find(request.socket)) ??
      (await byToken(access, credentials?.token)))
    : await byToken(access, credentials?.token);
  if (session === undefined) throw new ProblemException(401, 'sign in first: POST /api/v1/session');
  if (credentials?.byCookie && method !== 'GET' && !isSameOrigin(request.headers))
    throw new ProblemException(403, 'a page of another origin may not do this with your session');
  if (role !== 'anyone' && !includesRole(session.role, role))
    throw new ProblemException(403, `this needs the role ${role}; yours is ${session.role}`);
  request.session = { ...session, from: request.ip ?? '', via: 'rest' };
  if (credentials !== undefined) request.token = credentials.token;
}

async function byToken({ sessions }: Access, token: string | undefined): Promise<Session | undefined> {
  return token === undefined ? undefined : await sessions.find(token);
}

async function byPassword(
  { basicCredentials }: Access,
  request: SignedRequest,
): Promise<Session | undefined> {
  const basic = basicOf(request.headers.authorization);
  if (basic === undefined) return undefined;
  const session = await basicCredentials.find(basic.user, basic.password);
  if (session === 'busy') throw new ProblemException(503, 'too many passwords are being checked; try again');
  return session;
}
