import { readFile } from 'node:fs/promises';
import { isIPv6 } from 'node:net';
import { endianness } from 'node:os';

/** Where a socket is bound. */
export interface BoundAddress {
  readonly host: string;
  readonly port: number;
}

/** Datagrams that the kernel dropped because the socket bound there was not read in time (Linux; elsewhere 0). */
export async function kernelDrops(bound: BoundAddress): Promise<number> {
  const table = await readFile(isIPv6(bound.host) ? '/proc/net/udp6' : '/proc/net/udp', 'utf8').catch(
    () => '',
  );
  return dropsIn(table, bound);
}

/** The same of a table as the kernel shows it: one line a socket, its drops at the end. */
export function dropsIn(table: string, { host, port }: BoundAddress): number {
  const local = `${kernelForm(host)}:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  for (const line of table.split('\n')) {
    const fields = line.trim().split(/\s+/);
    if (fields[1] === local) return Number(fields.at(-1));
  }
  return 0;
}

/** The kernel prints each four bytes of an address as one number of the machine's own byte order. */
function kernelForm(host: string): string {
  const bytes = isIPv6(host) ? ipv6Bytes(host) : Buffer.from(host.split('.').map(Number));
  const isSwapped = endianness() === 'LE';
  return (isSwapped ? bytes.swap32() : bytes).toString('hex').toUpperCase();
}

function ipv6Bytes(host: string): Buffer {
  const [head = '', tail] = new URL(`http://[${host.replace(/%.*$/, '')}]`).hostname.slice(1, -1).split('::');
  const front = wordsOf(head);
  const back = wordsOf(tail ?? '');
  const zeros = Array<string>(8 - front.length - back.length).fill('0');
  return Buffer.from([...front, ...zeros, ...back].map((word) => word.padStart(4, '0')).join(''), 'hex');
}

function wordsOf(text: string): string[] {
  return text === '' ? [] : text.split(':');
}
