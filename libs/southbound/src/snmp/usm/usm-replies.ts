import {
  encodeReport,
  encodeUserMessage,
  messageFlags,
  type NotificationPdu,
  requestIdOf,
  scopedResponseTo,
  type UserMessage,
} from '@omc/wire';
import type { OwnEngine } from './own-engine.js';
import { sealed, signed } from './usm-crypt.js';
import { type UsmCounter, UsmStatistics, usmCounterOid } from './usm-statistics.js';
import type { LocalisedUser } from './usm-user.js';

const NOTHING = new Uint8Array();

/** Answers messages of SNMPv3 as the engine that is authoritative. */
export class UsmReplies {
  readonly #engine: OwnEngine;
  readonly #statistics = new UsmStatistics();

  constructor(engine: OwnEngine) {
    this.#engine = engine;
  }

  /** Counts a message that is not taken, and tells its sender; signed where there are `keys` (RFC 3414 §3.2). */
  report(message: UserMessage, counter: UsmCounter, keys?: LocalisedUser): Uint8Array {
    const count = this.#statistics.count(counter);
    const { id, flags, user } = message;
    const isEncrypted = (flags & messageFlags.encrypted) !== 0;
    const requestId = isEncrypted ? 0 : requestIdOf(message.scopedPdu);
    const { time } = this.#engine;
    const scopedPdu = encodeReport(this.#engine.id, requestId, usmCounterOid(counter), count);
    if (keys !== undefined)
      return signed(keys, time, { id, flags: messageFlags.authenticated, privSalt: NOTHING }, scopedPdu);
    return encodeUserMessage({ ...time, id, flags: 0, user, digestLength: 0, privSalt: NOTHING }, scopedPdu)
      .bytes;
  }

  /** The answer to an inform. */
  response(
    { id }: UserMessage,
    keys: LocalisedUser,
    scopedPdu: Uint8Array,
    pdu: NotificationPdu,
  ): Uint8Array {
    return sealed(keys, this.#engine.time, { id, flags: 0 }, scopedResponseTo(scopedPdu, pdu));
  }
}
