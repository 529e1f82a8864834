import { tags } from './ber-reader.js';
import { berInteger, berOid, berValue } from './ber-writer.js';
import { encodeCommunityMessage, encodePdu } from './encode-pdu.js';
import { type Notification, pduTags, SNMP_TRAP_OID } from './snmp-pdu.js';

const SYS_UP_TIME = '1.3.6.1.2.1.1.3.0';

/** How a notification is sent; a trap unless it is confirmed. */
export interface Sending {
  readonly community: string;
  readonly requestId: number;
  readonly confirmed?: boolean;
}

/**
 * The bytes of an SNMPv2c trap or inform. The value of a varbind is a number from 0 where its type is a number, an
 * OID's text, or bytes or text; every other type is written as the bytes that it has.
 */
export function encodeNotification({ oid, varbinds }: Notification, sending: Sending): Uint8Array {
  const { community, requestId, confirmed = false } = sending;
  const all = [
    { oid: SYS_UP_TIME, type: tags.timeTicks, value: 0 },
    { oid: SNMP_TRAP_OID, type: tags.oid, value: oid },
    ...varbinds,
  ];
  const encoded = all.map(({ oid, type, value }) => ({ oid, value: encodeValue(type, value) }));
  return encodeCommunityMessage(
    community,
    encodePdu(confirmed ? pduTags.inform : pduTags.trapV2, requestId, encoded),
  );
}

function encodeValue(type: number, value: unknown): Uint8Array {
  if (type === tags.oid) return berOid(String(value));
  if (typeof value === 'number') return berInteger(value, type);
  if (value === null) return berValue(type);
  return berValue(type, value instanceof Uint8Array ? value : Buffer.from(String(value)));
}
