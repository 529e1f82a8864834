import type { Bilingual } from '@omc/alarm';
/** A varbind in text: a number where it was written as one. */
export interface CapturedVarbind {
  readonly oid: string;
  readonly value: string | number;
}

/** What was captured: its notification OID where a varbind names it, and the varbinds. */
export type Captured =
  | {
      readonly ok: true;
      readonly notification: string | undefined;
      readonly varbinds: readonly CapturedVarbind[];
    }
  | { readonly ok: false; readonly reason: Bilingual };

/** snmpTrapOID.0 (RFC 3418). */
const SNMP_TRAP_OID = '1.3.6.1.6.3.1.1.4.1.0';
const SEPARATOR = /([;\t\r\n])/;
const VARBIND = /^\s*\.?(\d+(?:\.\d+)+)\s*=\s*(?:([A-Za-z][A-Za-z0-9-]*):\s*)?([\s\S]*)$/;
const NUMBERS = new Set(['INTEGER', 'Counter32', 'Gauge32', 'Unsigned32', 'UInteger32']);

/**
 * Reads varbinds as `OID=value; OID=value`, or as net-snmp's tools print them with `-On` (`.OID = TYPE: value`).
 */
export function readCaptured(text: string): Captured {
  const varbinds: CapturedVarbind[] = [];
  for (const part of partsOf(text)) {
    const [, oid, type, value] = VARBIND.exec(part) ?? [];
    if (oid === undefined || value === undefined)
      return {
        ok: false,
        reason: {
          en: `must be OID=value, joined by semicolons; this is none: ${part.slice(0, 60)}`,
          zh: `必须是以分号连接的 OID=值，此处不是: ${part.slice(0, 60)}`,
        },
      };
    varbinds.push({ oid, value: meaningOf(type, value) });
  }
  const named = varbinds.find(({ oid }) => oid === SNMP_TRAP_OID);
  return { ok: true, notification: named && withoutDot(String(named.value)), varbinds };
}

/** One part for each varbind: a separator that no other varbind follows belongs to the value. */
function partsOf(text: string): string[] {
  const parts: string[] = [];
  let between = '';
  for (const [place, piece] of text.split(SEPARATOR).entries()) {
    if (place % 2 === 1) between += piece;
    else if (piece.trim() === '') between += piece;
    else {
      if (parts.length === 0 || VARBIND.test(piece)) parts.push(piece);
      else parts[parts.length - 1] += between + piece;
      between = '';
    }
  }
  return parts.map((part) => part.trim());
}

/** `ifIndex.4 = INTEGER: up(1)` holds 1; `Timeticks: (123) 0:00:01.23` holds 123. */
function meaningOf(type: string | undefined, text: string): string | number {
  if (type === undefined) return isWhole(text) ? Number(text) : text;
  const [, inside] = /\((-?\d+)\)/.exec(text) ?? [];
  if (type === 'Timeticks' && inside !== undefined) return Number(inside);
  if (NUMBERS.has(type)) {
    if (isWhole(inside ?? text)) return Number(inside ?? text);
    return text;
  }
  if (type === 'OID') return withoutDot(text);
  if (type === 'Hex-STRING') return Buffer.from(text.replaceAll(/\s/g, ''), 'hex').toString('utf8');
  if (type === 'STRING') return text.replace(/^"([\s\S]*)"$/, '$1');
  return text;
}

function isWhole(text: string): boolean {
  return /^-?\d{1,15}$/.test(text);
}

function withoutDot(oid: string): string {
  return oid.replace(/^\./, '');
}
