import { randomUUID } from 'node:crypto';
import type { RequestHandler, Response } from 'express';

/** The header that names a request, in requests and answers. */
const REQUEST_ID = 'x-request-id';

const SANE = /^[A-Za-z0-9._-]{1,64}$/;

/** Names each request: as its sender does, where that is a sane name, or else anew. */
export const nameRequest: RequestHandler = (request, response, next) => {
  const given = request.headers[REQUEST_ID];
  response.setHeader(REQUEST_ID, typeof given === 'string' && SANE.test(given) ? given : randomUUID());
  next();
};

/** The name of the request that is being answered. */
export function requestIdOf(response: Response): string | undefined {
  const id = response.getHeader(REQUEST_ID);
  return typeof id === 'string' ? id : undefined;
}
