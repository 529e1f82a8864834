import type { IncomingHttpHeaders } from 'node:http';
import { isApiToken } from './api-token-form.js';

/** The cookie that carries a browser's session. */
export const SESSION_COOKIE = 'omc_session';

/** The token of a request, and whether a browser sent it by itself. */
export interface RequestCredentials {
  readonly token: string;
  readonly byCookie: boolean;
}

/** Finds the token in the headers: `Authorization: Bearer` first, else the session's cookie. */
export function credentialsOf(headers: IncomingHttpHeaders): RequestCredentials | undefined {
  const bearer = /^Bearer +([A-Za-z0-9_-]+)$/i.exec(headers.authorization ?? '')?.[1];
  if (bearer !== undefined) return { token: bearer, byCookie: false };
  for (const pair of headers.cookie?.split(';') ?? []) {
    const [name, value] = pair.trim().split('=');
    // A program's token is no cookie: whoever plants one in a browser does not sign it in.
    if (name === SESSION_COOKIE && value && !isApiToken(value)) return { token: value, byCookie: true };
  }
  return undefined;
}

/**
 * Whether a browser sent the request from a page that is not of this server: it says so itself (Fetch Metadata), or names
 * another Origin. A program says neither.
 */
export function isFromOtherPage(headers: IncomingHttpHeaders): boolean {
  const site = headers['sec-fetch-site'];
  return (site !== undefined && site !== 'same-origin') || !isSameOrigin(headers);
}

/** Whether a browser sent the request from a page of this server: its Origin, where it names one, is our Host. */
export function isSameOrigin({ origin, host }: IncomingHttpHeaders): boolean {
  if (origin === undefined) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}
