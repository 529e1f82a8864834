import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { freePort } from './free-port.js';
import { platformBinaries } from './platform-binaries.js';
import { userForNewCluster } from './server-user.js';
import { startServer } from './start-server.js';
import { usedFolder } from './testing/places.js';

test('takes another port when somebody takes the chosen one first', async () => {
  const quick = createServer().listen(0, '127.0.0.1');
  await once(quick, 'listening');
  const taken = (quick.address() as AddressInfo).port;
  const choices = [taken, await freePort()];
  const heard: string[] = [];
  const { server, port } = await startServer({
    cluster: join(await usedFolder(), 'postgres'),
    binaries: await platformBinaries(),
    user: await userForNewCluster(),
    settings: {},
    hear: (line) => heard.push(line),
    onProgress: expect.unreachable,
    choosePort: () => Promise.resolve(choices.shift() ?? taken),
  });
  try {
    expect(heard.join('\n')).toMatch(/Address already in use/);
    expect(port).not.toBe(taken);
  } finally {
    await server.stop();
    quick.close();
  }
});
