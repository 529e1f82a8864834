import { once } from 'node:events';
import { createServer } from 'node:net';
import { makeFreshOmc, makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { afterEach, describe, expect, it } from 'vitest';

describe('a start', () => {
  let omc: OmcProcess;

  afterEach(async () => omc.remove());

  it('with a wrong configuration names every fault at once and exits with 78', async () => {
    omc = await makeOmc({
      OMC_PORT: 'many',
      OMC_HANDSHAKE_MISSES: '0',
      OMC_LOG_LEVEL: 'loud',
      OMC_HOST: 'here',
    });
    omc.launch();
    expect(await omc.ended()).toBe(78);
    for (const name of ['OMC_PORT', 'OMC_HANDSHAKE_MISSES', 'OMC_LOG_LEVEL', 'OMC_HOST'])
      expect(omc.output).toContain(name);
  });

  it('on another address than loopback refuses the community public', async () => {
    omc = await makeOmc({ OMC_HOST: '0.0.0.0' });
    omc.launch();
    expect(await omc.ended()).toBe(78);
    expect(omc.output).toContain('OMC_SNMP_COMMUNITIES');
  });

  it.each([
    ['OMC_PORT', 'tcp', 'port'],
    ['OMC_TRAP_PORT', 'udp', 'trapPort'],
    ['OMC_MML_PORT', 'tcp', 'mmlPort'],
  ] as const)('names the busy port of %s', async (_, protocol, which) => {
    omc = await makeOmc();
    const other = await occupy(protocol, omc[which]);
    omc.launch();
    expect(await omc.ended()).toBe(1);
    expect(omc.output).toMatch(new RegExp(`${omc[which]}.*in use`));
    await other();
  });

  it('without its database says which host, and why, and not the password', async () => {
    omc = await makeOmc({ DATABASE_URL: 'postgres://somebody:s3cret@127.0.0.1:1/alarms' });
    omc.launch();
    expect(await omc.ended()).toBe(1);
    expect(omc.output).toMatch(/127\.0\.0\.1:1.*ECONNREFUSED/);
    expect(omc.output).not.toContain('s3cret');
  });

  it('that is told to end does so before it is complete, and leaves no database server', async () => {
    omc = await makeFreshOmc();
    omc.launch();
    await until('the database', () => omc.output.includes('Creating the database'));
    expect(await omc.end()).toBe(0);
    expect(omc.output).not.toContain('the OMC is at work');
    await expect(omc.databasePid()).rejects.toThrow('ENOENT');
  });

  it('shows a generated password once', async () => {
    omc = await makeFreshOmc({ OMC_ADMIN_PASSWORD: '' });
    await omc.start();
    const password = /password (\S+)/.exec(omc.output)?.[1] ?? '';
    const client = new OmcClient(omc.url);
    expect((await client.post('/api/v1/session', { user: 'admin', password })).status).toBe(201);
    await omc.end();
    await omc.start();
    expect(omc.output.split(password)).toHaveLength(2);
  });

  it('after kill -9 of its database server brings it back', async () => {
    omc = await makeOmc();
    await omc.start();
    const client = await OmcClient.signIn(omc.url);
    const killed = await omc.databasePid();
    process.kill(killed, 'SIGKILL');
    await until('another server', async () => (await omc.databasePid().catch(() => killed)) !== killed);
    await until('the return', async () => (await fetch(`${omc.url}/readyz`)).status === 200);
    expect(await omc.databasePid()).not.toBe(killed);
    await client.addNe({ id: 'eNB-1', host: '127.0.0.1', port: 9 });
    expect((await client.get('/api/v1/nes/eNB-1')).status).toBe(200);
  });
});

/** Takes a port; gives what frees it. */
async function occupy(kind: 'tcp' | 'udp', port: number): Promise<() => Promise<void>> {
  if (kind === 'tcp') {
    const server = createServer().listen(port, '127.0.0.1');
    await once(server, 'listening');
    return async () => void (await once(server.close(), 'close'));
  }
  const { createSocket } = await import('node:dgram');
  const socket = createSocket('udp4');
  socket.bind(port, '127.0.0.1');
  await once(socket, 'listening');
  return async () => void (await once(socket.close(), 'close'));
}
