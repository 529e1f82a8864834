import {
  type AnswerPdu,
  decodeScopedAnswer,
  encodeGet,
  encodeScopedPdu,
  encodeUserMessage,
  messageFlags,
  type SnmpAnswerMessage,
  safeText,
  type UserMessage,
} from '@omc/wire';
import { TIME_WINDOW_SECONDS } from '../usm/peer-clocks.js';
import { decrypted, type EngineTime, isSignedBy, sealed } from '../usm/usm-crypt.js';
import { usmCounterOid } from '../usm/usm-statistics.js';
import type { LocalisedUser } from '../usm/usm-user.js';
import type { UsmUsers } from '../usm/usm-users.js';
import type { AgentEngines } from './agent-engines.js';
import type { Heard, PduOf, SnmpQuestion } from './snmp-question.js';

const NOTHING = new Uint8Array();
const NOBODY = {
  engineId: NOTHING,
  engineBoots: 0,
  engineTime: 0,
  user: '',
  digestLength: 0,
  privSalt: NOTHING,
};
const SHORTEST_ENGINE_ID = 5;
const AUTH_PRIV = messageFlags.authenticated | messageFlags.encrypted;
const UNKNOWN_USER = usmCounterOid('unknownUser');
const WRONG_DIGEST = usmCounterOid('wrongDigest');
const SECURITY_LEVEL = usmCounterOid('securityLevel');

/** What a question of SNMPv3 goes by. */
export interface UserQuestionParts {
  readonly user: string;
  readonly users: UsmUsers;
  readonly engines: AgentEngines;
  /** Address and port of the agent. */
  readonly place: string;
  readonly id: number;
  readonly pduOf: PduOf;
}

/**
 * A question of SNMPv3, signed and encrypted (RFC 3414 §3.1). The agent's engine is asked for where it is not known
 * (§4), and its clock is set by what it says of it when it finds a message too old.
 */
export class UserQuestion implements SnmpQuestion {
  readonly #parts: UserQuestionParts;
  /** The engine that the last message was for; undefined for one that asked for it. */
  #engine: EngineTime | undefined;
  #sent = 0;

  constructor(parts: UserQuestionParts) {
    this.#parts = parts;
  }

  next(): Uint8Array {
    const { engines, place, id, pduOf, user, users } = this.#parts;
    // No answer may mean that there is another engine by now.
    if (this.#sent++ > 0 && this.#engine !== undefined) engines.forget(place);
    const engine = engines.at(place);
    this.#engine = engine;
    const keys = engine && users.at(user, engine.engineId);
    if (engine === undefined || keys === undefined) return this.#discovery();
    const scopedPdu = encodeScopedPdu(engine.engineId, pduOf(id));
    return sealed(keys, engine, { id, flags: messageFlags.reportable }, scopedPdu);
  }

  hear(message: SnmpAnswerMessage, bytes: Uint8Array): Heard | undefined {
    if (message.version !== 'v3') return undefined;
    if (this.#engine === undefined) return this.#discovered(message);
    if ((message.flags & messageFlags.authenticated) === 0) return this.#reported(message);
    return this.#believed(message, bytes, this.#engine);
  }

  #discovery(): Uint8Array {
    const { id } = this.#parts;
    const scopedPdu = encodeScopedPdu(NOTHING, encodeGet(id, []));
    return encodeUserMessage({ ...NOBODY, id, flags: messageFlags.reportable }, scopedPdu).bytes;
  }

  #discovered({ engineId, engineBoots, engineTime }: UserMessage): Heard | undefined {
    const { engines, place, user, users } = this.#parts;
    if (engineId.length < SHORTEST_ENGINE_ID) return undefined;
    if (!users.has(user)) return { kind: 'hopeless', reason: `there is no SNMP user ${user}` };
    engines.put(place, { engineId, engineBoots, engineTime });
    this.#sent = 0;
    return { kind: 'again' };
  }

  /** Nobody has signed this, so it is believed only as far as a question that fails is. */
  #reported({ flags, scopedPdu }: UserMessage): Heard | undefined {
    if ((flags & messageFlags.encrypted) !== 0) return undefined;
    const report = decodeScopedAnswer(scopedPdu);
    if (!report.ok || !report.message.isReport) return undefined;
    const user = safeText(this.#parts.user);
    switch (report.message.varbinds[0]?.oid) {
      case UNKNOWN_USER:
        return { kind: 'hopeless', reason: `the agent does not know SNMP user ${user}` };
      case WRONG_DIGEST:
        return { kind: 'hopeless', reason: `the agent has another password for SNMP user ${user}` };
      case SECURITY_LEVEL:
        return { kind: 'hopeless', reason: `the agent does not let SNMP user ${user} encrypt` };
      default:
        return undefined;
    }
  }

  #believed(message: UserMessage, bytes: Uint8Array, engine: EngineTime): Heard | undefined {
    const { users, user, engines, place } = this.#parts;
    const keys = users.at(user, engine.engineId);
    const isTheirs = Buffer.compare(message.engineId, engine.engineId) === 0;
    if (keys === undefined || !isTheirs || !isSignedBy(keys, message, bytes)) return undefined;
    users.keep(engine.engineId, keys);
    const { engineBoots, engineTime } = message;
    if ((message.flags & messageFlags.encrypted) === 0) {
      // It found our message too old, and says so with its own clock.
      engines.put(place, { engineId: engine.engineId, engineBoots, engineTime });
      this.#sent = 0;
      return { kind: 'again' };
    }
    if (engineBoots < engine.engineBoots || engineTime + TIME_WINDOW_SECONDS < engine.engineTime)
      return undefined;
    return this.#opened(message, keys);
  }

  #opened(message: UserMessage, keys: LocalisedUser): Heard | undefined {
    if ((message.flags & AUTH_PRIV) !== AUTH_PRIV) return undefined;
    const scopedPdu = decrypted(keys, message);
    const decoded = scopedPdu && decodeScopedAnswer(scopedPdu);
    if (!decoded?.ok || !this.#isAnswer(decoded.message)) return undefined;
    return { kind: 'answer', pdu: decoded.message };
  }

  #isAnswer({ requestId, isReport }: AnswerPdu): boolean {
    return requestId === this.#parts.id && !isReport;
  }
}
