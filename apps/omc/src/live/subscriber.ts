import { type AlarmSort, type LiveError, type SubscribeRequest, subscribeRequest } from '@omc/api';
import type { z } from 'zod';
import { invalidProblem, problemOf } from '../http/problem-exception.js';
import type { LiveAlarms } from './live-alarms.js';
import { decodeCursor } from './live-cursor.js';
import { Encoded } from './live-encoder.js';
import { filterKey } from './live-list.js';
import type { LiveLists } from './live-lists.js';
import type { LiveSocket } from './live-socket.js';
import type { Answer, Subscription } from './subscription.js';
import { WholeSubscription } from './whole-subscription.js';
import { WindowSubscription } from './window-subscription.js';

type Asked = z.output<typeof subscribeRequest>;

/** A question and where its answer goes. */
interface Question {
  readonly asked: Asked;
  readonly answer: Answer;
}

const NEWEST_FIRST: AlarmSort = '-raisedAt';

/** One client: it watches one list at a time, and at most one question of it waits behind the one being answered. */
export class Subscriber {
  readonly #socket: LiveSocket;
  readonly #live: LiveAlarms;
  readonly #lists: LiveLists;
  readonly #onFault: (error: unknown) => void;
  #subscription: Subscription | undefined;
  #next: Question | undefined;
  #isBusy = false;

  constructor(socket: LiveSocket, live: LiveAlarms, lists: LiveLists, onFault: (error: unknown) => void) {
    this.#socket = socket;
    this.#live = live;
    this.#lists = lists;
    this.#onFault = onFault;
  }

  /** Takes a `subscribe` as it came; what cannot be answered is no question. */
  ask(...[request, done]: readonly unknown[]): void {
    if (typeof done !== 'function') {
      if (typeof request === 'function') this.ask({}, request);
      return;
    }
    const answer = (encoded: Encoded) => done(encoded);
    const question = understood(request);
    if ('error' in question) return answer(refusal(question));
    this.#next?.answer(refusal(SUPERSEDED));
    this.#next = { asked: question.asked, answer };
    if (!this.#isBusy) this.#work().catch(this.#onFault);
  }

  /** The client is gone. */
  leave(): void {
    this.#next = undefined;
    this.#subscription?.end();
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    try {
      for (let question = this.#takeNext(); question !== undefined; question = this.#takeNext())
        await this.#serve(question);
    } finally {
      this.#isBusy = false;
    }
  }

  #takeNext(): Question | undefined {
    const next = this.#next;
    this.#next = undefined;
    return next;
  }

  /** Resolves when the question is answered; what is to be sent after the answer goes on. */
  async #serve({ asked, answer }: Question): Promise<void> {
    this.#subscription?.end();
    const subscription = await this.#subscriptionTo(asked);
    if (!this.#socket.connected) return;
    this.#subscription = subscription;
    await new Promise<void>((resolve) => {
      const answered = (encoded: Encoded) => {
        answer(encoded);
        resolve();
      };
      subscription.begin(asked.cursor, answered).catch(this.#onFault).finally(resolve);
    });
  }

  async #subscriptionTo({ filter, sort = NEWEST_FIRST, limit }: Asked): Promise<Subscription> {
    const { scope } = this.#socket.data.session;
    const selection = await this.#live.select(filter, scope);
    // What a list holds depends on who asks: only those who see the same share one.
    const key = `${filterKey(filter)} ${JSON.stringify(scope)}`;
    if (limit === undefined)
      return new WholeSubscription(
        this.#socket,
        this.#live,
        this.#lists,
        { key, selection, sort },
        this.#onFault,
      );
    const wanted = { key: `${key} ${sort} ${limit}`, selection, sort, limit };
    return new WindowSubscription(this.#socket, this.#live, this.#lists, wanted, this.#onFault);
  }
}

const SUPERSEDED = errorOf(409, 'another subscribe came before this one was answered');

/** Deeper than any question; what is nested by the thousand overflows whoever walks through it. */
const DEEPEST = 8;

function errorOf(status: number, detail: string): LiveError {
  const { title } = problemOf(status);
  return { error: { title, status, detail } };
}

function refusal(error: LiveError): Encoded {
  return new Encoded(JSON.stringify(error));
}

/** What is asked for, or what is wrong with it. */
function understood(request: unknown): { readonly asked: Asked } | LiveError {
  if (isDeeperThan(DEEPEST, request)) return errorOf(400, `is nested more than ${DEEPEST} deep`);
  const parsed = subscribeRequest.safeParse(request ?? ({} satisfies SubscribeRequest));
  if (!parsed.success) return errorOf(400, invalidProblem(parsed.error).problem.detail ?? '');
  const { cursor } = parsed.data;
  if (cursor === undefined || decodeCursor(cursor) !== undefined) return { asked: parsed.data };
  return errorOf(400, 'cursor: must be one that this stream has given; leave it out for a new list');
}

function isDeeperThan(most: number, value: unknown): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return most === 0 || Object.values(value).some((each) => isDeeperThan(most - 1, each));
}
