/** How network elements and managed objects are named. */

const NE_ID = /^[A-Za-z0-9._-]{1,64}$/;
const OBJECT = /^$|^[A-Za-z][A-Za-z0-9]*=[^,=\p{Cc}\p{Cs}]+(,[A-Za-z][A-Za-z0-9]*=[^,=\p{Cc}\p{Cs}]+)*$/u;
const OBJECT_BYTES = 255;

/** The reserved NE id of what belongs to no NE, such as hubs and sites. */
export const NETWORK = 'network';

/** Whether a text may be an NE id: 1 to 64 of `A-Za-z0-9._-`. */
export function isNeId(text: string): boolean {
  return NE_ID.test(text);
}

/** Whether a text may name a managed object: comma-joined `Type=id` pairs of at most 255 bytes, or empty for the NE itself. */
export function isObjectName(text: string): boolean {
  return OBJECT.test(text) && byteLength(text) <= OBJECT_BYTES;
}

/** Bytes of a text in UTF-8, counted without an encoder, which the core does not have. */
function byteLength(text: string): number {
  let bytes = 0;
  for (const character of text) {
    const point = character.codePointAt(0) ?? 0;
    bytes += point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
  }
  return bytes;
}
