import { tags } from './ber-reader.js';
import { berInteger, berOid, berValue } from './ber-writer.js';

/** A name and its value, the value with its BER tag. */
export interface EncodedVarbind {
  readonly oid: string;
  readonly value: Uint8Array;
}

/** A PDU without an error (RFC 3416 §3). */
export function encodePdu(tag: number, requestId: number, varbinds: readonly EncodedVarbind[]): Uint8Array {
  const list = varbinds.map(({ oid, value }) => berValue(tags.sequence, berOid(oid), value));
  const head = [requestId, 0, 0].map((number) => berInteger(number));
  return berValue(tag, ...head, berValue(tags.sequence, ...list));
}
