import { isIPv4 } from 'node:net';

/** An IPv4 address that came over an IPv6 socket as IPv4; others as they are. */
export function plainAddress(address: string): string {
  return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '');
}

/** Whether an address, as a socket tells it, is this machine's own loopback. Asked for every notification. */
export function isLoopback(address: string): boolean {
  return address === '::1' || (address.startsWith('127.') && isIPv4(address));
}
