import { type Parsed, refused } from '../parsed.js';
import { BerFault } from './ber-fault.js';
import { BerReader, tags } from './ber-reader.js';
import {
  type AnswerPdu,
  type NotificationPdu,
  pduTags,
  readAnswerPdu,
  readNotificationPdu,
} from './snmp-pdu.js';

/** A notification of SNMPv1 or v2c. */
export interface CommunityMessage {
  readonly version: 'v1' | 'v2c';
  readonly community: string;
  readonly pdu: NotificationPdu;
}

/** A message of SNMPv3, before anything of it is believed (RFC 3412 §6, RFC 3414 §2.4). */
export interface UserMessage {
  readonly version: 'v3';
  readonly id: number;
  readonly flags: number;
  readonly engineId: Uint8Array;
  readonly engineBoots: number;
  readonly engineTime: number;
  readonly user: string;
  readonly authDigest: Uint8Array;
  /** Where the digest stands in the bytes. */
  readonly digestAt: number;
  readonly privSalt: Uint8Array;
  /** The scoped PDU: with its tag where it is not encrypted, else what the octet string holds. */
  readonly scopedPdu: Uint8Array;
}

/** Bits of `flags` (RFC 3412 §6.4). */
export const messageFlags = { authenticated: 1, encrypted: 2, reportable: 4 } as const;

/** An answer of SNMPv2c. */
export interface CommunityAnswer {
  readonly version: 'v2c';
  readonly community: string;
  readonly pdu: AnswerPdu;
}

export type SnmpMessage = CommunityMessage | UserMessage;

/** What may answer a request; one of v3 is not believed yet. */
export type SnmpAnswerMessage = CommunityAnswer | UserMessage;

/** What a scoped PDU holds that is a notification. */
export interface ScopedPdu {
  readonly pdu: NotificationPdu;
}

/** The user-based security model. */
export const USM = 3;

/** Reads a datagram as an SNMP message: a notification of v1 or v2c, or the outside of any of v3. */
export function decodeSnmpMessage(bytes: Uint8Array): Parsed<SnmpMessage> {
  return safely(() => {
    const message = new BerReader(bytes).enter(tags.sequence, 'the message');
    const version = message.integer('version');
    if (version === 3) return readUserMessage(message);
    if (version !== 0 && version !== 1) throw new BerFault('the version of SNMP must be 1, 2c or 3');
    const community = Buffer.from(message.octets('community')).toString('utf8');
    const pdu = readNotificationPdu(message);
    return { version: version === 0 ? 'v1' : 'v2c', community, pdu };
  });
}

/** Reads a scoped PDU that is not, or no longer, encrypted. */
export function decodeScopedPdu(bytes: Uint8Array): Parsed<ScopedPdu> {
  return safely(() => {
    const scoped = new BerReader(bytes).enter(tags.sequence, 'the scoped PDU');
    scoped.octets('contextEngineID');
    scoped.octets('contextName');
    return { pdu: readNotificationPdu(scoped) };
  });
}

/** Reads the answer to a request: a response of v2c, or the outside of any message of v3. */
export function decodeSnmpAnswer(bytes: Uint8Array): Parsed<SnmpAnswerMessage> {
  return safely(() => {
    const message = new BerReader(bytes).enter(tags.sequence, 'the message');
    const version = message.integer('version');
    if (version === 3) return readUserMessage(message);
    if (version !== 1) throw new BerFault('the version of SNMP must be 2c or 3');
    const community = Buffer.from(message.octets('community')).toString('utf8');
    return { version: 'v2c', community, pdu: readAnswerPdu(message) };
  });
}

/** Reads a scoped PDU that holds a response or a report. */
export function decodeScopedAnswer(bytes: Uint8Array): Parsed<AnswerPdu> {
  return safely(() => {
    const scoped = new BerReader(bytes).enter(tags.sequence, 'the scoped PDU');
    scoped.octets('contextEngineID');
    scoped.octets('contextName');
    return readAnswerPdu(scoped);
  });
}

/** The answer to an inform: the same bytes, as a response (RFC 3416 §4.2.7). */
export function responseTo(bytes: Uint8Array, { tagAt }: NotificationPdu): Uint8Array {
  const answer = Uint8Array.from(bytes);
  answer[tagAt] = pduTags.response;
  return answer;
}

function readUserMessage(message: BerReader): UserMessage {
  const header = message.enter(tags.sequence, 'msgGlobalData');
  const id = header.integer('msgID');
  header.integer('msgMaxSize');
  const flags = readFlags(header.octets('msgFlags'));
  if (header.integer('msgSecurityModel') !== USM) throw new BerFault('the security model must be USM');
  const security = message
    .enter(tags.octetString, 'msgSecurityParameters')
    .enter(tags.sequence, 'the USM parameters');
  const engineId = security.octets('msgAuthoritativeEngineID');
  const engineBoots = security.integer('msgAuthoritativeEngineBoots');
  const engineTime = security.integer('msgAuthoritativeEngineTime');
  const user = Buffer.from(security.octets('msgUserName')).toString('utf8');
  const authDigest = security.octets('msgAuthenticationParameters');
  const digestAt = security.at - authDigest.length;
  const privSalt = security.octets('msgPrivacyParameters');
  if (id < 0 || engineId.length > 32 || user.length > 32 || engineBoots < 0 || engineTime < 0)
    throw new BerFault('the USM parameters are out of range');
  return {
    version: 'v3',
    id,
    flags,
    engineId,
    engineBoots,
    engineTime,
    user,
    authDigest,
    digestAt,
    privSalt,
    scopedPdu: readScopedPdu(message, flags),
  };
}

function readFlags(bytes: Uint8Array): number {
  const [flags = 0] = bytes;
  const level = flags & (messageFlags.authenticated | messageFlags.encrypted);
  if (bytes.length !== 1 || level === messageFlags.encrypted)
    throw new BerFault('msgFlags must be one byte, and what is encrypted must be signed');
  return flags;
}

function readScopedPdu(message: BerReader, flags: number): Uint8Array {
  const isEncrypted = (flags & messageFlags.encrypted) !== 0;
  if (isEncrypted) return message.octets('encryptedPDU');
  const bytes = message.rest();
  message.enter(tags.sequence, 'the scoped PDU');
  return bytes;
}

function safely<Message>(read: () => Message): Parsed<Message> {
  try {
    return { ok: true, message: read() };
  } catch (error) {
    if (error instanceof BerFault) return refused(error.message);
    throw error;
  }
}
