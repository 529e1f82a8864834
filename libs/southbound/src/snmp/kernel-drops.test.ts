import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { dropsIn, kernelDrops } from './kernel-drops.js';

const TABLE = `   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops
 3072: 0500007F:048A 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 50123 2 ffff888 7
 3073: 0100007F:048A 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 50124 2 ffff888 42
 3074: 00000000000000000000000001000000:048A 00000000000000000000000000000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 50125 2 ffff888 3
`;

describe('what the kernel dropped', () => {
  it.each([
    ['127.0.0.1', 42],
    ['127.0.0.5', 7],
    ['::1', 3],
    ['127.0.0.2', 0],
  ])('is that of the socket at %s alone', (host, drops) => {
    expect(dropsIn(TABLE, { host, port: 1162 })).toBe(drops);
  });

  it.each(['127.0.0.1', '0.0.0.0', '::1', '::', '::ffff:127.0.0.1'])(
    'is found for a socket at %s',
    async (host) => {
      const isSix = host.includes(':');
      const socket = createSocket({ type: isSix ? 'udp6' : 'udp4', recvBufferSize: 2048 });
      socket.bind(0, host);
      await once(socket, 'listening');
      const { address, port } = socket.address();
      expect(await kernelDrops({ host: address, port })).toBe(0);
      const table = await readFile(isSix ? '/proc/net/udp6' : '/proc/net/udp', 'utf8');
      const hex = port.toString(16).toUpperCase().padStart(4, '0');
      const dropped = table.replace(new RegExp(`^(.*:${hex} .*) 0$`, 'gm'), '$1 9').replace(/0 +$/gm, '9');
      expect(dropsIn(dropped, { host: address, port })).toBe(9);
      socket.close();
    },
  );
});
