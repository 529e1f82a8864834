import { safeText, type Varbind } from '@omc/wire';
import type { SnmpPdu } from 'net-snmp';

const SNMP_TRAP_OID = '1.3.6.1.6.3.1.1.4.1.0';
const STANDARD_TRAPS = '1.3.6.1.6.3.1.1.5';
const ENTERPRISE_SPECIFIC = 6;

const MAX_SAMPLE_LENGTH = 1000;

/** A notification, whatever version of SNMP it came by. */
export interface Notification {
  readonly oid: string;
  readonly varbinds: readonly Varbind[];
}

/** Reads a received PDU; v1 traps are mapped as RFC 3584 §3.1 says. Undefined if it names no notification. */
export function notificationOf(pdu: SnmpPdu): Notification | undefined {
  const oid = pdu.enterprise === undefined ? v2Oid(pdu) : v1Oid(pdu.enterprise, pdu);
  return oid === undefined ? undefined : { oid, varbinds: pdu.varbinds };
}

/** A notification as a text of at most 1,000 characters, to be looked at by people. */
export function sampleOf({ oid, varbinds }: Notification): string {
  const texts = varbinds.map((varbind) => `${varbind.oid} = ${valueText(varbind.value)}`);
  return safeText([oid, ...texts].join('; ')).slice(0, MAX_SAMPLE_LENGTH);
}

function v1Oid(enterprise: string, { generic = ENTERPRISE_SPECIFIC, specific = 0 }: SnmpPdu): string {
  return generic === ENTERPRISE_SPECIFIC ? `${enterprise}.0.${specific}` : `${STANDARD_TRAPS}.${generic + 1}`;
}

function v2Oid(pdu: SnmpPdu): string | undefined {
  const value = pdu.varbinds.find(({ oid }) => oid === SNMP_TRAP_OID)?.value;
  return typeof value === 'string' ? value : undefined;
}

function valueText(value: unknown): string {
  return value instanceof Uint8Array ? Buffer.from(value).toString('utf8') : String(value);
}
