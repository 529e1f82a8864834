import type { Response } from 'express';
import type { SignedRequest } from '../operation.js';
import { ProblemException } from '../problem-exception.js';
import { RateLimit } from './rate-limit.js';

/** Whoever is not known may ask for so much less than who is. */
const STRANGERS_SHARE = 0.1;
/** Seconds at the full rate that may be used up at once. */
const BURST_SECONDS = 20;

/** How much users, and addresses that nobody has signed in from, may ask for; what is too much is answered with 429. */
export class RequestLimits {
  readonly #users: RateLimit;
  readonly #strangers: RateLimit;

  /** @param perSecond requests a second of one user; 0: no limit. */
  constructor(perSecond: number, now: () => number) {
    this.#users = limitOf(perSecond, now);
    this.#strangers = limitOf(perSecond * STRANGERS_SHARE, now);
  }

  /** Counts a request of a user. */
  takeKnown({ session }: SignedRequest, response: Response): void {
    if (session !== undefined) refuseAbove(this.#users.take(session.user), response);
  }

  /** Counts a request of nobody that is known. */
  takeStranger({ ip }: SignedRequest, response: Response): void {
    refuseAbove(this.#strangers.take(ip ?? ''), response);
  }
}

function limitOf(perSecond: number, now: () => number): RateLimit {
  return new RateLimit({ perSecond, burst: perSecond * BURST_SECONDS }, now);
}

function refuseAbove(waitSeconds: number, response: Response): void {
  if (waitSeconds === 0) return;
  response.setHeader('retry-after', String(waitSeconds));
  throw new ProblemException(429, `too many requests; try again in ${waitSeconds} s`);
}
