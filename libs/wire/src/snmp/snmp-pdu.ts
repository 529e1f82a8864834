import type { Varbind } from '../omc-alarm-notification.js';
import { BerFault } from './ber-fault.js';
import { type BerReader, tags } from './ber-reader.js';

/** The varbind that says which notification it is. */
export const SNMP_TRAP_OID = '1.3.6.1.6.3.1.1.4.1.0';
const SNMP_TRAP_ADDRESS = '1.3.6.1.6.3.18.1.3.0';
const STANDARD_TRAPS = '1.3.6.1.6.3.1.1.5';
const ENTERPRISE_SPECIFIC = 6;
const MOST_VARBINDS = 1000;

/** BER tags of PDUs (RFC 3416 §3, RFC 1157 §4.1.6). */
export const pduTags = {
  getRequest: 0xa0,
  response: 0xa2,
  trapV1: 0xa4,
  getBulkRequest: 0xa5,
  inform: 0xa6,
  trapV2: 0xa7,
  report: 0xa8,
} as const;

/** A notification, whatever version of SNMP it came by: its OID (snmpTrapOID) and its varbinds. */
export interface Notification {
  readonly oid: string;
  readonly varbinds: readonly Varbind[];
}

/** A notification as it came in. */
export interface NotificationPdu extends Notification {
  /** An inform is to be answered. */
  readonly confirmed: boolean;
  /** Where the PDU's tag stands in the bytes; an answer is the same bytes with another tag. */
  readonly tagAt: number;
}

/** What answers a request. */
export interface AnswerPdu {
  /** It tells of a counter of the engine instead of what was asked (RFC 3412 §7.1). */
  readonly isReport: boolean;
  readonly requestId: number;
  /** 0: no error (RFC 3416 §3). */
  readonly errorStatus: number;
  readonly errorIndex: number;
  /** The type of a value that is not there is 0x80, 0x81, or 0x82 at the end of everything. */
  readonly varbinds: readonly Varbind[];
}

/** Reads a notification. Throws BerFault. */
export function readNotificationPdu(reader: BerReader): NotificationPdu {
  const tagAt = reader.at;
  const tag = reader.peek();
  if (tag === pduTags.trapV1) return { ...readTrapV1(reader.enterAny()), confirmed: false, tagAt };
  if (tag !== pduTags.trapV2 && tag !== pduTags.inform) throw new BerFault('it is no notification');
  const pdu = reader.enterAny();
  pdu.integer('request-id');
  pdu.integer('error-status');
  pdu.integer('error-index');
  const varbinds = readVarbinds(pdu);
  const oid = varbinds.find((varbind) => varbind.oid === SNMP_TRAP_OID)?.value;
  if (typeof oid !== 'string') throw new BerFault('snmpTrapOID.0 is missing');
  return { oid, varbinds, confirmed: tag === pduTags.inform, tagAt };
}

/** Reads a response or a report. Throws BerFault. */
export function readAnswerPdu(reader: BerReader): AnswerPdu {
  const tag = reader.peek();
  if (tag !== pduTags.response && tag !== pduTags.report) throw new BerFault('it is no answer');
  const pdu = reader.enterAny();
  return {
    isReport: tag === pduTags.report,
    requestId: pdu.integer('request-id'),
    errorStatus: pdu.integer('error-status'),
    errorIndex: pdu.integer('error-index'),
    varbinds: readVarbinds(pdu),
  };
}

/** A v1 trap as RFC 3584 §3.1 translates it; the agent's own address becomes a varbind. */
function readTrapV1(pdu: BerReader): Notification {
  const enterprise = pdu.oid('enterprise');
  const agent = addressOf(pdu.enter(tags.ipAddress, 'agent-addr').rest());
  const generic = pdu.integer('generic-trap');
  const specific = pdu.integer('specific-trap');
  pdu.enter(tags.timeTicks, 'time-stamp');
  const oid =
    generic === ENTERPRISE_SPECIFIC ? `${enterprise}.0.${specific}` : `${STANDARD_TRAPS}.${generic + 1}`;
  if (generic < 0 || generic > ENTERPRISE_SPECIFIC || specific < 0)
    throw new BerFault('generic-trap or specific-trap is out of range');
  const varbinds = readVarbinds(pdu);
  varbinds.push({ oid: SNMP_TRAP_ADDRESS, type: tags.ipAddress, value: agent });
  return { oid, varbinds };
}

function readVarbinds(pdu: BerReader): Varbind[] {
  const list = pdu.enter(tags.sequence, 'variable-bindings');
  const varbinds: Varbind[] = [];
  while (!list.isDone) {
    const entry = list.enter(tags.sequence, 'a varbind');
    const oid = entry.oid('the name of a varbind');
    const type = entry.peek();
    varbinds.push({ oid, type, value: readValue(type, entry) });
    if (varbinds.length > MOST_VARBINDS) throw new BerFault(`it has more than ${MOST_VARBINDS} varbinds`);
  }
  return varbinds;
}

function readValue(type: number, entry: BerReader): unknown {
  switch (type) {
    case tags.integer:
      return entry.integer('an INTEGER');
    case tags.oid:
      return entry.enterAny().arcs();
    case tags.ipAddress:
      return addressOf(entry.enterAny().rest());
    case tags.counter32:
    case tags.gauge32:
    case tags.timeTicks:
    case tags.counter64:
      return entry.enterAny().unsigned();
    default: {
      const bytes = entry.enterAny().rest();
      return type === tags.null || type >= 0x80 ? null : bytes;
    }
  }
}

function addressOf(bytes: Uint8Array): string {
  if (bytes.length !== 4) throw new BerFault('an IpAddress must have four bytes');
  return bytes.join('.');
}
