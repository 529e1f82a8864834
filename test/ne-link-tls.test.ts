import { once } from 'node:events';
import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { type AddressInfo, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket, TlsOptions } from 'node:tls';
import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HandMadeNe, type Wire } from './hand-made-ne.js';
import { type Pair, TestAuthority } from './test-certificates.js';

describe('an NE link over TLS', () => {
  let folder: string;
  let ours: TestAuthority;
  let omc: OmcProcess;
  let client: OmcClient;
  const nes: HandMadeNe[] = [];
  const pathOf = (name: string) => join(folder, `${name}.pem`);

  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'omc-tls-'));
    ours = await TestAuthority.make('authority');
    await writeFile(pathOf('ca'), ours.cert);
    await install(await ours.issue('omc-1'));
    omc = await makeOmc({
      OMC_HANDSHAKE_INTERVAL_S: '0.4',
      OMC_RECONNECT_INTERVAL_S: '0.4',
      OMC_LINK_CA: pathOf('ca'),
      OMC_LINK_CERT: pathOf('cert'),
      OMC_LINK_KEY: pathOf('key'),
    });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
  });

  afterAll(async () => {
    for (const ne of nes) await ne.hangUp(false);
    await omc?.remove();
    await rm(folder, { recursive: true, force: true });
  });

  /** As renewals do it: whole files in place of the ones before. */
  async function install({ cert, key }: Pair): Promise<void> {
    await writeFile(pathOf('new'), key);
    await rename(pathOf('new'), pathOf('key'));
    await writeFile(pathOf('new'), cert);
    await rename(pathOf('new'), pathOf('cert'));
  }

  const server = (pair: Pair, more: TlsOptions = {}): TlsOptions => ({
    ...pair,
    ca: ours.cert,
    requestCert: true,
    rejectUnauthorized: true,
    ...more,
  });

  async function ne(id: string, tls?: TlsOptions, more: { tls?: boolean } = {}): Promise<HandMadeNe> {
    const made = new HandMadeNe(id);
    made.tls = tls;
    nes.push(made);
    await client.addNe({ id, host: '127.0.0.1', port: await made.listen(), ...more });
    return made;
  }

  const shows = async (id: string) =>
    (await client.get<{ link: { state: string; reason: string | null } }>(`/api/v1/nes/${id}`)).body.link;

  const fault = (at: HandMadeNe, seq: number, text: string): Wire => ({
    t: 'event',
    seq,
    time: at.time(),
    object: `S1Interface=${seq % 100}`,
    alarmId: 29201,
    state: 'fault',
    text,
  });

  it('takes everything in order, with certificates checked on both sides', async () => {
    const at = await ne('secure', server(await ours.issue('secure')));
    await at.hears('sync');
    for (let seq = 1; seq <= 2_000; seq++) at.say(fault(at, seq, 'x'.repeat(1_000 + (seq % 3_000))));
    await until('the last ack', () => at.heard.some(({ t, seq }) => t === 'ack' && seq === 2_000));
    expect(at.count('error')).toBe(0);
    expect(at.visits).toBe(1);
    expect(await client.alarms('?ne=secure&alarmId=29201&limit=1000')).toHaveLength(100);
  });

  it('is dialled without TLS where the NE says so, and only there', async () => {
    const plain = await ne('plain', undefined, { tls: false });
    await plain.hears('handshake');
    const { body } = await client.get<{ tls?: boolean }>('/api/v1/nes/plain');
    expect(body.tls).toBe(false);
    await plain.hangUp(false);
    plain.tls = server(await ours.issue('plain'));
    await client.request('PATCH', '/api/v1/nes/plain', { tls: null });
    const before = plain.count('handshake');
    await plain.listen();
    await plain.hears('handshake', before);
  });

  it('is none to an NE that answers in the clear', async () => {
    const chatty = createServer((socket) => {
      socket.on('error', () => socket.destroy());
      socket.write('{"t":"hello"}\n');
    });
    await once(chatty.listen(0, '127.0.0.1'), 'listening');
    const { port } = chatty.address() as AddressInfo;
    await client.addNe({ id: 'chatty', host: '127.0.0.1', port });
    await until('the reason', async () => (await shows('chatty')).reason === 'the NE does not speak TLS');
    chatty.close();
  });

  it.each([
    ['expired', async () => server(await ours.issue('expired', -1)), 'the certificate of the NE has expired'],
    [
      'stranger',
      async () => server(await (await TestAuthority.make('another')).issue('stranger')),
      'the certificate of the NE is not from a known issuer',
    ],
    [
      'impostor',
      async () => server(await ours.issue('somebody')),
      'the certificate names neither impostor nor 127.0.0.1',
    ],
    [
      'old',
      async () =>
        server(await ours.issue('old'), {
          minVersion: 'TLSv1',
          maxVersion: 'TLSv1.1',
          ciphers: 'DEFAULT@SECLEVEL=0',
        }),
      'the NE does not speak TLS 1.2 or later',
    ],
    [
      'picky',
      async () => server(await ours.issue('picky'), { ca: (await TestAuthority.make('another')).cert }),
      'closed after the TLS handshake: the NE may refuse the certificate of the OMC',
    ],
  ])('says why it does not come to an NE that is %s', async (id, options, reason) => {
    const at = await ne(id, await options());
    await until('301', async () => (await client.alarms(`?ne=${id}&alarmId=301`)).length === 1);
    const [alarm] = await client.alarms(`?ne=${id}&alarmId=301`);
    expect(JSON.stringify(await client.log(alarm?.id ?? ''))).toContain(reason);
    expect((await shows(id)).reason).toBe(reason);
    expect(at.heard).toEqual([]);
    at.tls = server(await ours.issue(id));
    await at.hangUp(false);
    await at.listen();
    await until('the clear', async () => (await client.alarms(`?ne=${id}&alarmId=301`)).length === 0);
  });

  it('shows a renewed certificate from the next connection on, and the one before while files do not fit', async () => {
    const names: string[] = [];
    const at = new HandMadeNe('asks');
    nes.push(at);
    at.tls = server(await ours.issue('asks'));
    at.onAccept = (socket) =>
      names.push((socket as TLSSocket).getPeerCertificate()?.subject?.CN?.toString() ?? '');
    await client.addNe({ id: 'asks', host: '127.0.0.1', port: await at.listen() });
    await at.hears('handshake');
    await writeFile(pathOf('key'), 'half');
    await until('the warning', async () => {
      await at.hangUp();
      return omc.output.includes('the ones before stay in force');
    });
    expect(new Set(names)).toEqual(new Set(['omc-1']));
    await install(await ours.issue('omc-2'));
    await until('the new one', async () => {
      await at.hangUp();
      return names.at(-1) === 'omc-2';
    });
  });

  it('refuses an OMC whose files do not belong together, with the reason', async () => {
    const wrong = await makeOmc({
      OMC_LINK_CA: pathOf('ca'),
      OMC_LINK_CERT: pathOf('ca'),
      OMC_LINK_KEY: pathOf('key'),
    });
    wrong.launch();
    expect(await wrong.ended()).toBe(78);
    expect(wrong.output).toContain('is not the key of the certificate');
    await wrong.remove();
  });
});
