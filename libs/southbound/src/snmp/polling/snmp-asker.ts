import { randomInt } from 'node:crypto';
import { createSocket, type RemoteInfo, type Socket } from 'node:dgram';
import { isIPv6 } from 'node:net';
import { type AnswerPdu, decodeSnmpAnswer, encodeGet, encodeGetBulk } from '@omc/wire';
import type { SchedulerLike } from 'rxjs';
import { type Sleeper, WakeUps } from '../../wake-ups.js';
import { plainAddress } from '../loopback.js';
import { RECEIVE_BUFFER_BYTES } from '../udp-socket.js';
import type { UsmUsers } from '../usm/usm-users.js';
import { AgentEngines } from './agent-engines.js';
import { CommunityQuestion } from './community-question.js';
import type { PduOf, SnmpQuestion } from './snmp-question.js';
import type { SnmpAnswer, SnmpTarget } from './snmp-target.js';
import { UserQuestion } from './user-question.js';

/** Times that a question is sent until it counts as unanswered. */
const TRIES = 3;
/** The reason of a question that nobody answered. */
export const NO_ANSWER = 'timeout';
const MOST_REQUEST_IDS = 2 ** 31 - 1;

/** What asking needs. */
export interface AskerParts {
  readonly scheduler: SchedulerLike;
  /** Whose keys are used with SNMPv3. */
  readonly users: UsmUsers;
  /** How long an answer is waited for before the question is sent again, milliseconds. */
  readonly tryMs: number;
  readonly log: { warn(facts: object, message: string): void };
}

/** A question under way. */
interface Pending extends Sleeper {
  readonly target: SnmpTarget;
  readonly question: SnmpQuestion;
  tries: number;
  /** How often the agent itself had it sent again. */
  turns: number;
  resolve(answer: SnmpAnswer): void;
}

/**
 * Asks agents by SNMPv2c and v3 over one socket for each version of IP. An answer counts only from the address that was
 * asked, with the number that was drawn for the question.
 */
export class SnmpAsker {
  readonly #parts: AskerParts;
  readonly #engines: AgentEngines;
  readonly #pending = new Map<number, Pending>();
  readonly #timeouts: WakeUps;
  #sockets: { v4?: Socket; v6?: Socket } = {};
  #closed = false;

  constructor(parts: AskerParts) {
    this.#parts = parts;
    this.#engines = new AgentEngines(() => parts.scheduler.now());
    this.#timeouts = new WakeUps(parts.scheduler);
  }

  /** The values of names. */
  get(target: SnmpTarget, oids: readonly string[]): Promise<SnmpAnswer> {
    return this.#ask(target, (id) => encodeGet(id, oids));
  }

  /** Up to so many values behind a name. */
  getBulk(target: SnmpTarget, oid: string, repetitions: number): Promise<SnmpAnswer> {
    return this.#ask(target, (id) => encodeGetBulk(id, oid, repetitions));
  }

  /** Gives up every question. */
  close(): void {
    this.#closed = true;
    for (const [id, pending] of [...this.#pending]) this.#settle(id, pending, ended);
    this.#timeouts.close();
    this.#sockets.v4?.close();
    this.#sockets.v6?.close();
    this.#sockets = {};
  }

  #ask(target: SnmpTarget, pduOf: PduOf): Promise<SnmpAnswer> {
    if (this.#closed) return Promise.resolve(ended);
    return new Promise((resolve) => {
      const id = this.#newId();
      const question = this.#questionOf(target, id, pduOf);
      const wake = () => this.#wait(id, pending);
      const pending: Pending = { target, question, tries: 0, turns: 0, resolve, dueAt: 0, place: -1, wake };
      this.#pending.set(id, pending);
      this.#wait(id, pending);
    });
  }

  /** Drawn, so that nobody else can answer. */
  #newId(): number {
    for (;;) {
      const id = randomInt(1, MOST_REQUEST_IDS);
      if (!this.#pending.has(id)) return id;
    }
  }

  #questionOf({ access, address, port }: SnmpTarget, id: number, pduOf: PduOf): SnmpQuestion {
    if ('community' in access) return new CommunityQuestion(access.community, id, pduOf);
    const { users } = this.#parts;
    const place = `${address} ${port}`;
    return new UserQuestion({ user: access.user, users, engines: this.#engines, place, id, pduOf });
  }

  #wait(id: number, pending: Pending): void {
    if (pending.tries === TRIES) return this.#settle(id, pending, { ok: false, reason: NO_ANSWER });
    pending.tries++;
    this.#send(pending);
    this.#timeouts.set(pending, this.#parts.scheduler.now() + this.#parts.tryMs);
  }

  #send({ target, question }: Pending): void {
    const socket = this.#socketFor(target.address);
    socket.send(question.next(), target.port, target.address, (error) => {
      // As if nobody answered: the way there may be back at the next try.
      if (error)
        this.#parts.log.warn({ address: target.address, reason: error.message }, 'SNMP question not sent');
    });
  }

  #hear(bytes: Uint8Array, from: RemoteInfo): void {
    const decoded = decodeSnmpAnswer(bytes);
    if (!decoded.ok) return;
    const { message } = decoded;
    const id = message.version === 'v3' ? message.id : message.pdu.requestId;
    const pending = this.#pending.get(id);
    if (pending === undefined || !isOf(pending.target, from)) return;
    const heard = pending.question.hear(message, bytes);
    if (heard?.kind === 'answer') this.#settle(id, pending, answerOf(heard.pdu));
    else if (heard?.kind === 'hopeless') this.#settle(id, pending, { ok: false, reason: heard.reason });
    // An agent that asks for ever new messages is none.
    else if (heard?.kind === 'again' && pending.turns++ < TRIES) this.#send(pending);
  }

  #socketFor(address: string): Socket {
    const version = isIPv6(address) ? 'v6' : 'v4';
    const open = this.#sockets[version];
    if (open !== undefined) return open;
    const socket = createSocket({
      type: version === 'v6' ? 'udp6' : 'udp4',
      recvBufferSize: RECEIVE_BUFFER_BYTES,
    });
    socket.on('message', (bytes, from) => this.#hear(bytes, from));
    socket.on('error', (error) => this.#parts.log.warn({ reason: error.message }, 'SNMP socket failed'));
    this.#sockets[version] = socket;
    return socket;
  }

  #settle(id: number, pending: Pending, answer: SnmpAnswer): void {
    this.#pending.delete(id);
    this.#timeouts.drop(pending);
    pending.resolve(answer);
  }
}

function isOf({ address, port }: SnmpTarget, from: RemoteInfo): boolean {
  return from.port === port && plainAddress(from.address) === plainAddress(address);
}

const ended: SnmpAnswer = { ok: false, reason: 'the OMC is ending' };

function answerOf({ errorStatus, varbinds }: AnswerPdu): SnmpAnswer {
  if (errorStatus === 0) return { ok: true, varbinds };
  return { ok: false, reason: `the agent answers with error ${errorStatus}` };
}
