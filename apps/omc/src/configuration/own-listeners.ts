import { networkInterfaces } from 'node:os';
import type { Configuration } from './configuration.js';

/** Whether something at an address and port would be the OMC itself, which is never dialled. */
export function isOwnListener(
  address: string,
  port: number,
  { OMC_HOST, OMC_PORT, OMC_MML_PORT }: Pick<Configuration, 'OMC_HOST' | 'OMC_PORT' | 'OMC_MML_PORT'>,
): boolean {
  if (port !== OMC_PORT && port !== OMC_MML_PORT) return false;
  const plain = unmapped(address);
  if (plain === unmapped(OMC_HOST)) return true;
  return isEverywhere(OMC_HOST) && (isEverywhere(plain) || isOfThisMachine(plain));
}

function isEverywhere(address: string): boolean {
  return address === '0.0.0.0' || address === '::';
}

function isOfThisMachine(address: string): boolean {
  const own = Object.values(networkInterfaces()).flatMap((each) => each ?? []);
  return address.startsWith('127.') || own.some((each) => each.address === address);
}

/** An IPv4 address that is written as one of IPv6, as what it is. */
function unmapped(address: string): string {
  return address.toLowerCase().replace(/^::ffff:(?=\d+\.)/, '');
}
