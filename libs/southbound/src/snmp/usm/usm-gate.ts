import { decodeScopedPdu, messageFlags, type NotificationPdu, safeText, type UserMessage } from '@omc/wire';
import type { OwnEngine } from './own-engine.js';
import type { PeerClocks } from './peer-clocks.js';
import { SeenDigests } from './seen-digests.js';
import { decrypted, isSignedBy } from './usm-crypt.js';
import { UsmReplies } from './usm-replies.js';
import type { UsmCounter } from './usm-statistics.js';
import type { LocalisedUser } from './usm-user.js';
import type { UsmUsers } from './usm-users.js';

/** Why a message of SNMPv3 was not taken. */
export type UsmRejectionReason =
  | 'unknown-engine'
  | 'unknown-user'
  /** Not both signed and encrypted. */
  | 'security-level'
  | 'wrong-digest'
  /** Older than 150 s by the clock of the authoritative engine, or from before its last start. */
  | 'not-in-time'
  /** A copy of a message that was taken. */
  | 'replay'
  /** The key for encryption is another. */
  | 'decryption'
  | 'malformed';

/** What became of a message of SNMPv3. */
export type UsmVerdict =
  | {
      readonly kind: 'taken';
      readonly user: string;
      readonly pdu: NotificationPdu;
      /** As it was signed and encrypted: the same for each retransmission. */
      readonly scopedPdu: Uint8Array;
      /** The answer to an inform, to be sent once it is committed. */
      response(): Uint8Array;
    }
  /** The sender asked who is there. */
  | { readonly kind: 'discovery'; readonly report: Uint8Array }
  | {
      readonly kind: 'refused';
      readonly reason: UsmRejectionReason;
      readonly detail: string;
      /** Tells the sender, where it wants to know. */
      readonly report?: Uint8Array;
    };

/** What the gate goes by. */
export interface UsmParts {
  readonly users: UsmUsers;
  readonly engine: OwnEngine;
  readonly peers: PeerClocks;
  readonly clock: { now(): number };
}

/**
 * Lets in what is signed and encrypted by a user and is new (RFC 3414 §3.2). The OMC is authoritative for informs, the
 * sender for traps.
 */
export class UsmGate {
  readonly #parts: UsmParts;
  readonly #replies: UsmReplies;
  readonly #seen = new SeenDigests();

  constructor(parts: UsmParts) {
    this.#parts = parts;
    this.#replies = new UsmReplies(parts.engine);
  }

  /** Judges a message; `from` is its sender's address and port. */
  judge(message: UserMessage, bytes: Uint8Array, from: string): UsmVerdict {
    const { users } = this.#parts;
    const isOurs = Buffer.compare(message.engineId, this.#parts.engine.id) === 0;
    const isReportable = (message.flags & messageFlags.reportable) !== 0;
    if (!isOurs && isReportable) return this.#discovery(message);
    if (!isOurs && message.engineId.length < SHORTEST_ENGINE_ID)
      return this.#refusal(message, 'unknownEngine', 'the engine id must have 5 to 32 bytes');
    const keys = users.at(message.user, message.engineId);
    const name = safeText(message.user);
    if (keys === undefined) return this.#refusal(message, 'unknownUser', `there is no SNMP user "${name}"`);
    if ((message.flags & AUTH_PRIV) !== AUTH_PRIV)
      return this.#refusal(message, 'securityLevel', `user ${name} must sign and encrypt (authPriv)`);
    if (!isSignedBy(keys, message, bytes))
      return this.#refusal(message, 'wrongDigest', `the digest of user ${name} is wrong`);
    users.keep(message.engineId, keys);
    const late = isOurs ? this.#parts.engine.refusal(message) : this.#lateness(message);
    if (late !== undefined) return this.#refusal(message, 'notInTime', late, isOurs ? keys : undefined);
    return this.#open(message, keys, from, isOurs);
  }

  #open(message: UserMessage, keys: LocalisedUser, from: string, isOurs: boolean): UsmVerdict {
    const scopedPdu = decrypted(keys, message);
    const decoded = scopedPdu && decodeScopedPdu(scopedPdu);
    if (scopedPdu === undefined || decoded === undefined || !decoded.ok)
      return this.#refusal(
        message,
        'decryption',
        `what user ${safeText(message.user)} encrypted is not readable`,
      );
    const { pdu } = decoded.message;
    if (pdu.confirmed && !isOurs)
      return {
        kind: 'refused',
        reason: 'malformed',
        detail: 'an inform must be sent to the engine of the OMC',
      };
    const before = this.#seen.before(message.authDigest, from);
    if (before !== undefined && (!pdu.confirmed || before !== from))
      return { kind: 'refused', reason: 'replay', detail: `the same message came before from ${before}` };
    const response = () => this.#replies.response(message, keys, scopedPdu, pdu);
    return { kind: 'taken', user: message.user, pdu, scopedPdu, response };
  }

  /** By the clock of the sender, which is authoritative. */
  #lateness({ engineId, engineBoots, engineTime, user }: UserMessage): string | undefined {
    return this.#parts.peers.refusal({
      engineId: Buffer.from(engineId).toString('hex'),
      user,
      boots: engineBoots,
      time: engineTime,
      receivedAt: this.#parts.clock.now(),
    });
  }

  #discovery(message: UserMessage): UsmVerdict {
    if (message.engineId.length > 0)
      return this.#refusal(message, 'unknownEngine', 'the engine id is not that of the OMC');
    return { kind: 'discovery', report: this.#replies.report(message, 'unknownEngine') };
  }

  #refusal(message: UserMessage, counter: UsmCounter, detail: string, keys?: LocalisedUser): UsmVerdict {
    const report = this.#replies.report(message, counter, keys);
    const isReportable = (message.flags & messageFlags.reportable) !== 0;
    return { kind: 'refused', reason: reasons[counter], detail, ...(isReportable && { report }) };
  }
}

const SHORTEST_ENGINE_ID = 5;
const AUTH_PRIV = messageFlags.authenticated | messageFlags.encrypted;

const reasons = {
  securityLevel: 'security-level',
  notInTime: 'not-in-time',
  unknownUser: 'unknown-user',
  unknownEngine: 'unknown-engine',
  wrongDigest: 'wrong-digest',
  decryption: 'decryption',
} as const satisfies Record<UsmCounter, UsmRejectionReason>;
