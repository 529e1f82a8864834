import { isIPv4 } from 'node:net';

const LAST = 2 ** 32 - 1;

/** The IPv4 address `offset` after a base address. Throws RangeError where there is none. */
export function addressOf(base: string, offset: number): string {
  if (!isIPv4(base)) throw new RangeError(`${base} is no IPv4 address`);
  const address = base.split('.').reduce((sum, part) => sum * 256 + Number(part), 0) + offset;
  if (address > LAST) throw new RangeError(`there are no ${offset} addresses after ${base}`);
  return [24, 16, 8, 0].map((shift) => (address >>> shift) & 0xff).join('.');
}
