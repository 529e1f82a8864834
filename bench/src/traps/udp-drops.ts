import { readFile } from 'node:fs/promises';

/** Datagrams that the kernel dropped at an IPv4 UDP port; undefined where nobody listens there (Linux). */
export async function udpDrops(port: number): Promise<number | undefined> {
  const local = `:${port.toString(16).toUpperCase().padStart(4, '0')}`;
  const lines = (await readFile('/proc/net/udp', 'utf8')).split('\n').map((line) => line.trim().split(/\s+/));
  const found = lines.find(([, address]) => address?.endsWith(local));
  return found === undefined ? undefined : Number(found.at(-1));
}
