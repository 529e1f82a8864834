import type { Varbind } from '../omc-alarm-notification.js';
import { safeText } from '../safe-text.js';
import type { Notification } from '../snmp/snmp-pdu.js';

const PRINTABLE = /^[^\p{Cc}\p{Cs}\uFFFD]*$/u;
const LINE_BREAKS = /[\r\n\t]+/g;

/** What templates and conditions can ask of one notification. */
export class TrapValues {
  readonly #notification: Notification;
  readonly #groups = new Map<string, string>();

  constructor(notification: Notification) {
    this.#notification = notification;
  }

  /** Remembers what the named groups of a pattern found. */
  learn(group: string, text: string): void {
    this.#groups.set(group, text);
  }

  group(name: string): string | undefined {
    return this.#groups.get(name);
  }

  /** The value of the first varbind that is an OID or below it, as text. */
  textOf(oid: string): string | undefined {
    const found = this.#find(oid);
    return found === undefined ? undefined : textOfValue(found.value);
  }

  /** A part of the index of the first varbind below an OID: from 1, or from -1 at the end. */
  indexPart(oid: string, part: number): string | undefined {
    const found = this.#find(oid);
    const parts = found?.oid.slice(oid.length + 1).split('.') ?? [];
    return parts.at(part > 0 ? part - 1 : part) || undefined;
  }

  #find(oid: string): Varbind | undefined {
    const below = `${oid}.`;
    return this.#notification.varbinds.find((each) => each.oid === oid || each.oid.startsWith(below));
  }
}

/** A value as text: octets that are no text as hexadecimal. Undefined where there is no value. */
export function textOfValue(value: unknown): string | undefined {
  if (value === null || value === undefined) return undefined;
  if (!(value instanceof Uint8Array)) return safeText(String(value));
  const bytes = Buffer.from(value.buffer, value.byteOffset, value.byteLength);
  // A C string's end is no part of the text.
  const text = bytes.toString('utf8').replace(/\0+$/, '').replace(LINE_BREAKS, ' ').trim();
  return PRINTABLE.test(text) ? text : bytes.toString('hex');
}
