import { tags } from './ber-reader.js';

/** A BER value of a tag. */
export function berValue(tag: number, ...parts: readonly Uint8Array[]): Uint8Array {
  const length = parts.reduce((sum, part) => sum + part.length, 0);
  return Buffer.concat([Uint8Array.of(tag, ...berLength(length)), ...parts]);
}

/** A whole number from -2^31 to 2^32-1 as the shortest BER integer. */
export function berInteger(value: number, tag: number = tags.integer): Uint8Array {
  const bytes: number[] = [];
  let rest = value;
  do {
    bytes.unshift(((rest % 256) + 256) % 256);
    rest = Math.floor(rest / 256);
  } while (rest > 0 || rest < -1);
  const isMarkedNegative = (bytes[0] ?? 0) >= 0x80;
  if (isMarkedNegative !== value < 0) bytes.unshift(value < 0 ? 0xff : 0);
  return berValue(tag, Uint8Array.from(bytes));
}

export function berOctets(bytes: Uint8Array): Uint8Array {
  return berValue(tags.octetString, bytes);
}

/** An object identifier of at least two parts. */
export function berOid(oid: string): Uint8Array {
  const [first = 0, second = 0, ...others] = oid.split('.').map(Number);
  return berValue(tags.oid, Uint8Array.from([first * 40 + second, ...others].flatMap(arcBytes)));
}

function arcBytes(arc: number): number[] {
  const bytes = [arc % 128];
  for (let rest = Math.floor(arc / 128); rest > 0; rest = Math.floor(rest / 128))
    bytes.unshift((rest % 128) + 128);
  return bytes;
}

function berLength(length: number): number[] {
  if (length < 0x80) return [length];
  const bytes: number[] = [];
  for (let rest = length; rest > 0; rest = Math.floor(rest / 256)) bytes.unshift(rest % 256);
  return [0x80 + bytes.length, ...bytes];
}
