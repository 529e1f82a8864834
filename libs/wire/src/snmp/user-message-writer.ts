import { BerFault } from './ber-fault.js';
import { BerReader, tags } from './ber-reader.js';
import { berInteger, berOctets, berValue } from './ber-writer.js';
import { encodePdu } from './encode-pdu.js';
import { USM } from './snmp-message.js';
import { pduTags } from './snmp-pdu.js';

const VERSION_3 = 3;
/** What a UDP datagram holds at the most. */
const MAX_MESSAGE_BYTES = 65_507;

/** The outside of a message of SNMPv3 that is to be sent. */
export interface UserMessageHead {
  readonly id: number;
  /** Of `messageFlags`. */
  readonly flags: number;
  /** The authoritative engine. */
  readonly engineId: Uint8Array;
  readonly engineBoots: number;
  readonly engineTime: number;
  readonly user: string;
  /** Bytes of the digest; 0 where the message is not signed. */
  readonly digestLength: number;
  readonly privSalt: Uint8Array;
}

/**
 * Writes a message of SNMPv3 (RFC 3412 §6, RFC 3414 §2.4), with zeros where its digest is to stand.
 *
 * @param scopedPdu with its tag; an octet string where it is encrypted.
 */
export function encodeUserMessage(
  head: UserMessageHead,
  scopedPdu: Uint8Array,
): { readonly bytes: Uint8Array; readonly digestAt: number } {
  const salt = berOctets(head.privSalt);
  const security = berValue(
    tags.sequence,
    berOctets(head.engineId),
    berInteger(head.engineBoots),
    berInteger(head.engineTime),
    berOctets(Buffer.from(head.user)),
    berOctets(new Uint8Array(head.digestLength)),
    salt,
  );
  const header = berValue(
    tags.sequence,
    berInteger(head.id),
    berInteger(MAX_MESSAGE_BYTES),
    berOctets(Uint8Array.of(head.flags)),
    berInteger(USM),
  );
  const bytes = berValue(tags.sequence, berInteger(VERSION_3), header, berOctets(security), scopedPdu);
  return { bytes, digestAt: bytes.length - scopedPdu.length - salt.length - head.digestLength };
}

/** A PDU of an engine, in its default context. */
export function encodeScopedPdu(engineId: Uint8Array, pdu: Uint8Array): Uint8Array {
  return berValue(tags.sequence, berOctets(engineId), berOctets(new Uint8Array()), pdu);
}

/** What tells of a counter of an engine instead of an answer (RFC 3412 §7.1), not encrypted. */
export function encodeReport(
  engineId: Uint8Array,
  requestId: number,
  counter: string,
  value: number,
): Uint8Array {
  const varbinds = [{ oid: counter, value: berInteger(value, tags.counter32) }];
  return encodeScopedPdu(engineId, encodePdu(pduTags.report, requestId, varbinds));
}

/** The answer to an inform: its scoped PDU as a response (RFC 3416 §4.2.7). */
export function scopedResponseTo(scopedPdu: Uint8Array, { tagAt }: { readonly tagAt: number }): Uint8Array {
  const answer = Uint8Array.from(scopedPdu);
  answer[tagAt] = pduTags.response;
  return answer;
}

/** The request id in a scoped PDU that is not encrypted; 0 where none can be read. */
export function requestIdOf(scopedPdu: Uint8Array): number {
  try {
    const scoped = new BerReader(scopedPdu).enter(tags.sequence, 'the scoped PDU');
    scoped.octets('contextEngineID');
    scoped.octets('contextName');
    return scoped.enterAny().integer('request-id');
  } catch (error) {
    if (error instanceof BerFault) return 0;
    throw error;
  }
}
