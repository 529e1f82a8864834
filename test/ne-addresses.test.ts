import { makeOmc, OmcClient, type OmcProcess, until } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HandMadeNe } from './hand-made-ne.js';

interface Problem {
  readonly detail: string;
}

describe('where NEs may be', () => {
  let omc: OmcProcess;
  let client: OmcClient;
  const allowed = new HandMadeNe('allowed');

  beforeAll(async () => {
    omc = await makeOmc({ OMC_NE_NETWORKS: '127.0.0.0/30,10.0.0.0/8', OMC_HANDSHAKE_INTERVAL_S: '0.4' });
    await omc.start();
    client = await OmcClient.signIn(omc.url);
  });

  afterAll(async () => {
    await allowed.hangUp(false);
    await omc?.remove();
  });

  const post = (id: string, host: string, port = 9001) =>
    client.post<Problem>('/api/v1/nes', { id, host, port });

  it.each(['127.0.0.4', '192.0.2.1', '169.254.1.1', '224.0.0.1', '::ffff:169.254.1.1', '::1'])(
    'refuses %s, and names it',
    async (host) => {
      const { status, body } = await post('elsewhere', host);
      expect(status).toBe(400);
      expect(body.detail).toContain(`${host} is not in the networks where NEs may be`);
    },
  );

  it('refuses its own listeners, also under a name', async () => {
    const own = await post('own', '127.0.0.1', omc.port);
    expect(own.status).toBe(400);
    expect(own.body.detail).toContain('is a listener of the OMC itself');
    // A name as any other until it is resolved.
    expect((await post('named', 'LOCALHOST', omc.port)).status).toBe(201);
    await until('the refusal to dial', async () => {
      const { body } = await client.get<{ link: { reason: string } }>('/api/v1/nes/named');
      return body.link.reason === 'not allowed';
    });
  });

  it('takes what is allowed of many NEs, and answers each line', async () => {
    const port = await allowed.listen();
    const lines = [
      { id: 'allowed', host: '127.0.0.1', port },
      { id: 'elsewhere', host: '192.0.2.1', port },
      { id: 'no port', host: '127.0.0.1' },
      { id: 'network', host: '127.0.0.1', port },
      { id: 'allowed', host: '127.0.0.1', port },
      { id: 'other', host: '10.0.0.1', port, extra: true },
    ].map((line) => JSON.stringify(line));
    const { status, body } = await client.request<string>(
      'POST',
      '/api/v1/nes/bulk',
      [...lines, 'no JSON'].join('\n'),
      { 'content-type': 'application/x-ndjson' },
    );
    expect(status).toBe(200);
    const answers = body
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { line: number; status: number; error?: string });
    expect(answers.map((answer) => [answer.line, answer.status])).toEqual([
      [1, 201],
      [2, 400],
      [3, 400],
      [4, 400],
      [5, 409],
      [6, 400],
      [7, 400],
    ]);
    expect(answers.slice(1).every(({ error }) => (error ?? '').length > 10)).toBe(true);
    await allowed.hears('handshake');
  });
});
