import { BerFault } from './ber-fault.js';

const LONG_FORM = 0x80;
const MOST_LENGTH_BYTES = 4;
const MOST_ARCS = 128;
const MOST_ARC = 2 ** 32 - 1;

/** BER tags that SNMP uses (RFC 3417 §8). */
export const tags = {
  integer: 0x02,
  octetString: 0x04,
  null: 0x05,
  oid: 0x06,
  sequence: 0x30,
  ipAddress: 0x40,
  counter32: 0x41,
  gauge32: 0x42,
  timeTicks: 0x43,
  counter64: 0x46,
} as const;

/** Reads BER within bounds: no length reaches beyond what holds it. Throws BerFault. */
export class BerReader {
  readonly bytes: Uint8Array;
  readonly end: number;
  at: number;

  constructor(bytes: Uint8Array, at = 0, end = bytes.length) {
    this.bytes = bytes;
    this.at = at;
    this.end = end;
  }

  get isDone(): boolean {
    return this.at >= this.end;
  }

  /** The tag that comes next. */
  peek(): number {
    if (this.at >= this.end) throw new BerFault('it ends too early');
    return this.bytes[this.at] ?? 0;
  }

  /** What a constructed or primitive value holds; it is passed over. */
  enter(tag: number, name: string): BerReader {
    if (this.peek() !== tag) throw new BerFault(`${name} must have tag 0x${tag.toString(16)}`);
    return this.enterAny();
  }

  /** What the next value holds, whatever its tag; it is passed over. */
  enterAny(): BerReader {
    this.peek();
    this.at += 1;
    const length = this.#length();
    const inner = new BerReader(this.bytes, this.at, this.at + length);
    this.at += length;
    return inner;
  }

  /** A signed integer of at most 32 bits. */
  integer(name: string): number {
    const value = this.enter(tags.integer, name);
    const bytes = value.rest();
    if (bytes.length === 0 || bytes.length > 4)
      throw new BerFault(`${name} must be an integer of at most 32 bits`);
    let number = (bytes[0] ?? 0) >= 0x80 ? -1 : 0;
    for (const byte of bytes) number = (number << 8) | byte;
    return number;
  }

  octets(name: string): Uint8Array {
    return this.enter(tags.octetString, name).rest();
  }

  oid(name: string): string {
    return this.enter(tags.oid, name).arcs();
  }

  /** The bytes up to the end. */
  rest(): Uint8Array {
    return this.bytes.subarray(this.at, this.end);
  }

  /** The bytes up to the end as an unsigned integer of at most 64 bits. */
  unsigned(): number | bigint {
    const bytes = this.rest();
    if (bytes.length === 0 || bytes.length > 9) throw new BerFault('an unsigned integer is out of range');
    if (bytes.length > 6) return bytes.reduce((sum, byte) => (sum << 8n) | BigInt(byte), 0n);
    return bytes.reduce((sum, byte) => sum * 256 + byte, 0);
  }

  /** The bytes up to the end as an object identifier. */
  arcs(): string {
    if (this.isDone) throw new BerFault('an OID must not be empty');
    const arcs: number[] = [];
    while (!this.isDone) {
      const arc = this.#arc();
      if (arcs.length === 0) arcs.push(...firstTwo(arc));
      else arcs.push(arc);
      if (arcs.length > MOST_ARCS) throw new BerFault(`an OID must have at most ${MOST_ARCS} parts`);
    }
    return arcs.join('.');
  }

  #arc(): number {
    let arc = 0;
    for (;;) {
      const byte = this.peek();
      this.at += 1;
      arc = arc * 128 + (byte & 0x7f);
      if (arc > MOST_ARC) throw new BerFault('a part of an OID must be below 2^32');
      if (byte < 0x80) return arc;
    }
  }

  #length(): number {
    const first = this.peek();
    this.at += 1;
    let length = first;
    if (first >= LONG_FORM) {
      const count = first - LONG_FORM;
      if (count === 0 || count > MOST_LENGTH_BYTES) throw new BerFault('a length is out of range');
      length = 0;
      for (let i = 0; i < count; i++) {
        length = length * 256 + this.peek();
        this.at += 1;
      }
    }
    if (length > this.end - this.at) throw new BerFault('a length reaches beyond its container');
    return length;
  }
}

/** The first two parts of an OID travel as one (X.690 §8.19.4). */
function firstTwo(arc: number): [number, number] {
  if (arc < 40) return [0, arc];
  return arc < 80 ? [1, arc - 40] : [2, arc - 80];
}
