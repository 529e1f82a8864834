import { tags } from './ber-reader.js';
import { berInteger, berOctets, berOid, berValue } from './ber-writer.js';
import { pduTags } from './snmp-pdu.js';

const VERSION_2C = 1;
const NULL = Uint8Array.of(tags.null, 0);

/** A name and its value, the value with its BER tag. */
export interface EncodedVarbind {
  readonly oid: string;
  readonly value: Uint8Array;
}

/** A PDU without an error (RFC 3416 §3). */
export function encodePdu(tag: number, requestId: number, varbinds: readonly EncodedVarbind[]): Uint8Array {
  return pduOf(tag, [requestId, 0, 0], varbinds);
}

/** Asks for values (RFC 3416 §4.2.1). */
export function encodeGet(requestId: number, oids: readonly string[]): Uint8Array {
  return encodePdu(pduTags.getRequest, requestId, oids.map(unasked));
}

/** Asks for up to `repetitions` values behind a name (RFC 3416 §4.2.3). */
export function encodeGetBulk(requestId: number, oid: string, repetitions: number): Uint8Array {
  return pduOf(pduTags.getBulkRequest, [requestId, 0, repetitions], [unasked(oid)]);
}

/** A message of SNMPv2c. */
export function encodeCommunityMessage(community: string, pdu: Uint8Array): Uint8Array {
  return berValue(tags.sequence, berInteger(VERSION_2C), berOctets(Buffer.from(community)), pdu);
}

function pduOf(tag: number, head: readonly number[], varbinds: readonly EncodedVarbind[]): Uint8Array {
  const list = varbinds.map(({ oid, value }) => berValue(tags.sequence, berOid(oid), value));
  return berValue(tag, ...head.map((number) => berInteger(number)), berValue(tags.sequence, ...list));
}

function unasked(oid: string): EncodedVarbind {
  return { oid, value: NULL };
}
