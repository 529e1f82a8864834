import type { RequestHandler } from 'express';
import type { Omc } from '../../omc.js';
import type { SignedRequest } from '../operation.js';
import { requestIdOf } from './request-id.js';
import { isInterface, servedOperation } from './served-operation.js';

/** Counts each request and how long it took, and writes a line about it to the log at level `debug`. */
export function followRequest({ log, metrics, now }: Pick<Omc, 'log' | 'metrics' | 'now'>): RequestHandler {
  return (request: SignedRequest, response, next) => {
    const startedAt = now();
    response.once('close', () => {
      const ms = now() - startedAt;
      const { method, path } = request;
      metrics.request({ method, route: routeOf(method, path), status: response.statusCode }, ms / 1000);
      log.debug(
        {
          requestId: requestIdOf(response),
          method,
          path: path.slice(0, 200),
          status: response.statusCode,
          ms,
          from: request.ip,
          user: request.session?.user,
        },
        'request',
      );
    });
    next();
  };
}

/** The path with its parameters' names: so many routes there are, however many paths are asked for. */
function routeOf(method: string, path: string): string {
  if (!isInterface(path)) return 'console';
  const served = servedOperation(method, path);
  return served !== undefined && 'operation' in served ? served.operation.path : 'none';
}
