import type { Endpoint } from '@omc/api';
import express, { type Request, type RequestHandler, type Response } from 'express';
import { ProblemException } from '../problem-exception.js';
import { faultOfJson } from './check-json.js';
import { badRequest } from './refused.js';

/** The longest body where an endpoint says nothing else, bytes. */
const MOST_BODY = 2 ** 20;

const JSON_TYPES = ['application/json', 'application/*+json'];

const readers = new Map<number, RequestHandler>();

/** Reads the JSON body of an operation that takes one; rejects with the problem where it is none, or too much. */
export async function readBody(request: Request, response: Response, endpoint: Endpoint): Promise<void> {
  if (endpoint.body === undefined || endpoint.lines) return;
  if (isEmpty(request)) return;
  // null: there is no body, which the operation itself judges.
  if (request.is(JSON_TYPES) === false) throw new ProblemException(415, 'send application/json');
  const most = endpoint.mostBytes ?? MOST_BODY;
  await new Promise<void>((resolve, reject) => {
    readerOf(most)(request, response, (error?: unknown) =>
      error ? reject(faultOf(error, most)) : resolve(),
    );
  });
  const fault = faultOfJson(request.body);
  if (fault !== undefined) throw badRequest(fault);
}

/** Whether a client says that it sends nothing, as many do that are given no body: the operation judges that. */
function isEmpty({ headers }: Request): boolean {
  return headers['content-length'] === '0' && headers['content-type'] === undefined;
}

function readerOf(limit: number): RequestHandler {
  const known = readers.get(limit) ?? express.json({ limit, strict: true, type: JSON_TYPES });
  readers.set(limit, known);
  return known;
}

/** body-parser marks its errors by a type. */
function faultOf(error: unknown, most: number): unknown {
  if (isBadlyPacked(error))
    return new ProblemException(400, `the body is not packed as its Content-Encoding says: ${error.message}`);
  if (!(error instanceof Error) || !('type' in error)) return error;
  if (error.type === 'entity.too.large')
    return new ProblemException(413, `the body has more than ${most} bytes`);
  if (error.type === 'entity.parse.failed')
    return new ProblemException(400, `the body is no JSON: ${error.message}`);
  return error;
}

/** What cannot be unpacked, zlib tells by a code, and body-parser passes it on as a bad request. */
function isBadlyPacked(error: unknown): error is Error {
  if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return false;
  return /^(Z_|ERR_+(BROTLI|ZLIB|ERROR))/.test(error.code);
}
