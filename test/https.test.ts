import { execFile } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { Agent, request } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { makeOmc, type OmcProcess, PASSWORD, until } from '@omc/harness';
import { io } from 'socket.io-client';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Pair, TestAuthority } from './test-certificates.js';

interface Answer {
  readonly status: number;
  readonly body: string;
  readonly cookie: string;
}

/** The OMC with a certificate of its own, and senders of VES events with theirs. */
describe('HTTPS', () => {
  let folder: string;
  let omc: OmcProcess;
  let authority: TestAuthority;
  let clients: TestAuthority;
  let sender: Pair;
  let token: string;

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'omc-https-'));
    authority = await TestAuthority.make('servers');
    clients = await TestAuthority.make('clients');
    sender = await clients.issue('admin');
    await show(await authority.issue('localhost'));
    await writeFile(join(folder, 'clients.pem'), clients.cert);
    omc = await makeOmc({
      OMC_TLS_CERT: join(folder, 'cert.pem'),
      OMC_TLS_KEY: join(folder, 'key.pem'),
      OMC_TLS_CLIENT_CA: join(folder, 'clients.pem'),
    });
    await omc.start();
  });

  afterAll(async () => {
    await omc?.remove();
    await rm(folder, { recursive: true });
  });

  /** Puts the server's certificate in place. */
  async function show({ cert, key }: Pair): Promise<void> {
    await writeFile(join(folder, 'key.pem'), key);
    await writeFile(join(folder, 'cert.pem'), cert);
  }

  /** A connection of its own each time, by the name that the certificate has. */
  function ask(
    method: string,
    path: string,
    body?: object,
    headers: object = {},
    own?: Pair,
    ca = authority,
  ) {
    return new Promise<Answer>((resolve, reject) => {
      const agent = new Agent({ ca: ca.cert, servername: 'localhost', ...own });
      const asked = request(`${omc.url}${path}`, {
        ...{ method, agent },
        headers: { 'content-type': 'application/json', ...headers },
      });
      asked.on('error', reject).on('response', (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => {
          text += chunk.toString();
        });
        response.on('end', () => {
          agent.destroy();
          const cookie = String(response.headers['set-cookie'] ?? '');
          resolve({ status: response.statusCode ?? 0, body: text, cookie });
        });
      });
      asked.end(body && JSON.stringify(body));
    });
  }

  const heartbeat = () => ({
    event: {
      commonEventHeader: {
        ...{ domain: 'heartbeat', eventId: 'h-1', eventName: 'Heartbeat', priority: 'Normal', sequence: 0 },
        ...{ sourceName: 'eNB-8', reportingEntityName: 'eNB-8', version: '4.1' },
        ...{ vesEventListenerVersion: '7.2.1', startEpochMicrosec: 1, lastEpochMicrosec: Date.now() * 1000 },
      },
    },
  });
  const send = (own?: Pair) => ask('POST', '/eventListener/v7', heartbeat(), {}, own);

  it('is what console and REST are served over, with a cookie for that alone', async () => {
    const signedIn = await ask('POST', '/api/v1/session', { user: 'admin', password: PASSWORD });
    expect(signedIn.status).toBe(201);
    expect(signedIn.cookie).toMatch(/HttpOnly; Secure/);
    ({ token } = JSON.parse(signedIn.body));
    const authorization = `Bearer ${token}`;
    const ne = { id: 'eNB-8', kind: 'snmp', host: '127.0.0.8', port: 161 };
    expect((await ask('POST', '/api/v1/nes', ne, { authorization })).status).toBe(201);
    await expect(fetch(`${omc.url.replace('https', 'http')}/healthz`)).rejects.toThrow();
  });

  it('is what the live stream goes over', async () => {
    const socket = io(`https://localhost:${new URL(omc.url).port}/alarms`, {
      ...{ auth: { token }, ca: authority.cert, transports: ['websocket'] },
    });
    const answer = await socket.timeout(10_000).emitWithAck('subscribe', { filter: {} });
    expect(answer).toMatchObject({ snapshot: [] });
    socket.disconnect();
  });

  it('is what omc-mml speaks where it is told who vouches for the OMC', async () => {
    const { port } = new URL(omc.url);
    const main = fileURLToPath(new URL('../apps/mml/dist/main.js', import.meta.url));
    const mml = (ca: object) =>
      promisify(execFile)(process.execPath, [main, '-e', 'LST NE:;'], {
        env: { ...process.env, OMC_HOST: 'localhost', OMC_PORT: port, OMC_PASSWORD: PASSWORD, ...ca },
      });
    await writeFile(join(folder, 'servers.pem'), authority.cert);
    expect((await mml({ OMC_CA: join(folder, 'servers.pem') })).stdout).toContain('eNB-8');
    await expect(mml({ OMC_CA: join(folder, 'clients.pem') })).rejects.toThrow(/certificate/);
  });

  it('lets who shows the certificate of a user send VES events', async () => {
    expect((await send(sender)).status).toBe(202);
  });

  it.each([
    ['without a certificate', () => Promise.resolve(undefined)],
    ['with one of nobody', () => clients.issue('nobody')],
    ['with one that others vouch for', () => authority.issue('admin')],
    ['with one that is over', () => clients.issue('admin', -1)],
  ])('lets nobody send VES events %s', async (_, own) => {
    expect((await send(await own())).status).toBe(401);
  });

  it('gives a certificate no more rights than VES', async () => {
    expect((await ask('GET', '/api/v1/alarms', undefined, {}, sender)).status).toBe(401);
  });

  it('shows a renewed certificate without a restart; a wrong one leaves the one before', async () => {
    const others = await TestAuthority.make('others');
    await show(await others.issue('localhost'));
    /** The status of an answer, or what is wrong with the certificate. */
    const byOthers = () =>
      ask('GET', '/healthz', undefined, {}, undefined, others).then(
        ({ status }) => String(status),
        (error: Error) => error.message,
      );
    expect(await byOthers()).toMatch(/certificate/);
    await until('the new certificate', async () => (await byOthers()) === '200');
    await writeFile(join(folder, 'cert.pem'), 'half writ');
    await until('the refusal', () => omc.output.includes('the new certificate files for HTTPS are wrong'));
    expect(await byOthers()).toBe('200');
  });
});
