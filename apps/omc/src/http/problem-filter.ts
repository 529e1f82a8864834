import { type ArgumentsHost, Catch, type ExceptionFilter, HttpException } from '@nestjs/common';
import type { Problem } from '@omc/api';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import { VES_PATH, vesErrorOf } from '../ves/ves-error-of.js';
import { requestIdOf } from './entrance/request-id.js';
import { ProblemException, problemOf } from './problem-exception.js';

/** The one place that turns errors into answers: problem+json for all of them but VES, which has a form of its own. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  readonly #log: Logger;

  constructor(log: Logger) {
    this.#log = log;
  }

  catch(error: unknown, host: ArgumentsHost): void {
    const response = host.switchToHttp().getResponse<Response>();
    if (response.headersSent) {
      response.destroy();
      return;
    }
    const requestId = requestIdOf(response);
    const problem = { ...this.#problemOf(error, requestId), ...(requestId !== undefined && { requestId }) };
    if (host.switchToHttp().getRequest<Request>().path.startsWith(VES_PATH)) {
      if (problem.status === 401) response.set('www-authenticate', 'Basic realm="OMC"');
      if (problem.status === 503) response.set('retry-after', '5');
      response.status(problem.status).json(vesErrorOf(problem));
      return;
    }
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }

  #problemOf(error: unknown, requestId: string | undefined): Problem {
    if (error instanceof ProblemException) return error.problem;
    if (error instanceof HttpException) return problemOf(error.getStatus(), error.message);
    const status = statusOfBodyParser(error);
    if (status !== undefined) return problemOf(status, (error as Error).message);
    this.#log.error({ err: error, requestId }, 'a request failed');
    return problemOf(500, 'the request failed; the log says why');
  }
}

/** body-parser marks its errors (malformed JSON, too large, unknown encoding) as to be exposed. */
function statusOfBodyParser(error: unknown): number | undefined {
  if (!(error instanceof Error) || !('expose' in error) || error.expose !== true) return undefined;
  return 'status' in error && typeof error.status === 'number' ? error.status : undefined;
}
