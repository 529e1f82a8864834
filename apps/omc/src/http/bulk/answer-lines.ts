import type { Endpoint, LineAnswer } from '@omc/api';
import type { Request, Response } from 'express';
import type { Logger } from 'pino';
import type { z } from 'zod';
import { faultOfJson } from '../entrance/check-json.js';
import { badRequest } from '../entrance/refused.js';
import { checked } from '../operation.js';
import { ProblemException } from '../problem-exception.js';
import { type NumberedLine, numberedLines } from './numbered-lines.js';
import { OrderedAnswers } from './ordered-answers.js';

const NDJSON = 'application/x-ndjson';
const MOST_LINE = 2 ** 20;

/** What each line of a body is, and what is done with it. */
export interface LineWork<Line> {
  readonly endpoint: Endpoint & { readonly body: z.ZodType<Line> };
  /** Carries out one line; a ProblemException refuses it. */
  readonly carryOut: (line: Line) => Promise<Omit<LineAnswer, 'line'>>;
  readonly log: Logger;
}

/**
 * Carries out a body of many lines, and answers each by a line of its own, in order, while the rest is still being
 * sent. A line that is refused changes nothing for the others.
 */
export async function answerLines<Line>(
  request: Request,
  response: Response,
  work: LineWork<Line>,
): Promise<void> {
  if (request.is([NDJSON, 'application/ndjson', 'application/jsonl']) === false)
    throw new ProblemException(415, `send ${NDJSON}: one JSON object a line`);
  const mostBytes = work.endpoint.mostBytes ?? MOST_LINE;
  response.status(200).type(NDJSON).flushHeaders();
  const answers = new OrderedAnswers(response);
  for await (const line of numberedLines(request, mostBytes)) {
    answers.add(answerTo(line, mostBytes, work), line.text?.length ?? 0);
    await answers.room();
    if (!answers.isRead) return;
  }
  await answers.end();
}

async function answerTo<Line>(
  { number: line, text }: NumberedLine,
  mostBytes: number,
  { endpoint, carryOut, log }: LineWork<Line>,
): Promise<LineAnswer> {
  if (text === undefined)
    return { line, status: 413, error: `a line has at most ${mostBytes} bytes; nothing after it is read` };
  let ne: string | undefined;
  try {
    const value = parsed(text);
    ne = namedNe(value);
    const fault = faultOfJson(value);
    if (fault !== undefined) throw badRequest(fault);
    return { line, ...(await carryOut(checked(endpoint.body, value))) };
  } catch (error) {
    const named = ne === undefined ? {} : { ne };
    if (error instanceof ProblemException) {
      const { status, detail, title } = error.problem;
      return { line, ...named, status, error: detail ?? title };
    }
    log.error({ err: error }, 'a line of a request failed');
    return { line, ...named, status: 500, error: 'the line failed; the log says why' };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new ProblemException(400, `the line is no JSON: ${(error as Error).message}`);
  }
}

/** Which NE a line is about, to say so also where it is refused. */
function namedNe(value: unknown): string | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  const name = 'ne' in value ? value.ne : 'id' in value ? value.id : undefined;
  return typeof name === 'string' ? name.slice(0, 64) : undefined;
}
