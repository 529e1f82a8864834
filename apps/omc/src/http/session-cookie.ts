import type { CookieOptions, Response } from 'express';
import { SESSION_COOKIE } from '../access/credentials-of-request.js';
import type { OpenedSession } from '../access/sessions.js';
import type { Configuration } from '../configuration/configuration.js';
import { serverFilesOf } from '../configuration/server-files.js';

/** Gives a browser the token of its session, which no script can read and no other site's page sends. */
export function setSessionCookie(
  response: Response,
  { token, expiresAt }: OpenedSession,
  configuration: Configuration,
): void {
  response.cookie(SESSION_COOKIE, token, { ...optionsOf(configuration), expires: new Date(expiresAt) });
}

/** Takes it back. */
export function clearSessionCookie(response: Response, configuration: Configuration): void {
  response.clearCookie(SESSION_COOKIE, optionsOf(configuration));
}

function optionsOf(configuration: Configuration): CookieOptions {
  const secure = serverFilesOf(configuration) !== undefined;
  return { httpOnly: true, secure, sameSite: 'strict', path: '/' };
}
