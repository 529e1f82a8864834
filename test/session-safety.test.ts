import type { OpenSessionResource, Problem } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess, openStream, PASSWORD } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const SESSION = '/api/v1/session';
const EVIL = 'http://evil.example';

/** What somebody who wants in tries with sessions, against the real OMC. */
describe('sessions', () => {
  let omc: OmcProcess;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
  });

  afterAll(async () => omc?.remove());

  /** Signs in as a browser does, with what it sends by itself; gives the cookie that it is told to keep. */
  const signIn = async (headers: Record<string, string> = {}) => {
    const response = await fetch(`${omc.url}${SESSION}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify({ user: 'admin', password: PASSWORD }),
    });
    const [line = ''] = response.headers.getSetCookie();
    const { token } = (await response.json()) as { token: string };
    return { status: response.status, token, line, cookie: line.split(';')[0] ?? '' };
  };
  const ask = (method: string, path: string, headers: Record<string, string>, body?: unknown) =>
    new OmcClient(omc.url).request<Problem>(method, path, body, headers);
  const whoIs = async (headers: Record<string, string>) => (await ask('GET', SESSION, headers)).status;

  it('are kept from scripts and from other sites', async () => {
    const { line } = await signIn();
    expect(line).toMatch(/; HttpOnly/i);
    expect(line).toMatch(/; SameSite=Strict/i);
    expect(line).toMatch(/; Path=\//i);
  });

  it('cannot be fixed by whoever plants a cookie before the sign-in', async () => {
    const planted = 'A'.repeat(43);
    const { token, cookie } = await signIn({ cookie: `omc_session=${planted}` });
    expect(token).not.toBe(planted);
    expect(cookie).toBe(`omc_session=${token}`);
    expect(await whoIs({ cookie: `omc_session=${planted}` })).toBe(401);
  });

  it('are new with each sign-in, also from within one', async () => {
    const first = await signIn();
    const second = await signIn({ cookie: first.cookie });
    expect(second.token).not.toBe(first.token);
    expect(await whoIs({ cookie: second.cookie })).toBe(200);
  });

  it.each([
    ['another origin', { origin: EVIL }],
    ['no origin that can be told', { origin: 'null' }],
    ['another site, which hides its origin', { 'sec-fetch-site': 'cross-site' }],
    ['another server of the same site', { 'sec-fetch-site': 'same-site' }],
  ])('do nothing for a page of %s', async (_, from) => {
    const { cookie } = await signIn();
    const ne = { id: 'eNB-9', kind: 'snmp', host: '127.0.0.9', port: 161 };
    const added = await ask('POST', '/api/v1/nes', { cookie, ...from }, ne);
    expect(added.status).toBe(403);
    expect((await ask('DELETE', SESSION, { cookie, ...from })).status).toBe(403);
    expect((await ask('GET', '/api/v1/nes/eNB-9', { cookie })).status).toBe(404);
    expect(await whoIs({ cookie })).toBe(200);
  });

  it('do what a page of our own asks', async () => {
    const { cookie } = await signIn();
    const ours = { cookie, origin: omc.url, 'sec-fetch-site': 'same-origin' };
    expect((await ask('POST', '/api/v1/mml', ours, { command: 'LST NE:;' })).status).toBe(200);
  });

  it('take no form of another site for a request', async () => {
    const { cookie } = await signIn();
    for (const type of ['text/plain', 'application/x-www-form-urlencoded'])
      expect(
        (await ask('POST', '/api/v1/nes', { cookie, 'content-type': type }, '{"id":"eNB-9"}')).status,
      ).toBe(415);
  });

  it('are worth nothing after the sign-out: not as a cookie, not as a token, not for what is open', async () => {
    const { token, cookie } = await signIn();
    const bearer = { authorization: `Bearer ${token}` };
    const { cutOff } = await openStream(omc.url, token);
    expect((await ask('DELETE', SESSION, bearer)).status).toBe(204);
    expect(await cutOff).toBe('io server disconnect');
    for (const headers of [bearer, { cookie }]) expect(await whoIs(headers)).toBe(401);
    await expect(openStream(omc.url, token)).rejects.toThrow('unauthorized');
    await omc.end();
    await omc.start();
    for (const headers of [bearer, { cookie }]) expect(await whoIs(headers)).toBe(401);
  });

  it('are shown to their owner, who ends one or all others at once, live streams included', async () => {
    const program = async (agent: string) => {
      const { token } = await signIn({ 'user-agent': agent });
      return { authorization: `Bearer ${token}`, token };
    };
    const list = async (headers: Record<string, string>) => {
      const answer = await new OmcClient(omc.url).request<{ items: OpenSessionResource[] }>(
        ...(['GET', '/api/v1/sessions', undefined, headers] as const),
      );
      return answer.body.items;
    };
    const { token: _, ...mine } = await program('mine/1');
    const { token, ...other } = await program('other/1');
    const [newest, second] = await list(mine);
    expect([newest, second]).toMatchObject([
      { program: 'other/1', current: false, user: 'admin', from: '127.0.0.1', via: 'rest' },
      { program: 'mine/1', current: true },
    ]);
    expect(JSON.stringify(await list(mine))).not.toContain(token);

    const { cutOff } = await openStream(omc.url, token);
    const path = `/api/v1/sessions/${newest?.id}`;
    expect((await ask('DELETE', path, mine)).status).toBe(204);
    expect(await cutOff).toBe('io server disconnect');
    expect([await whoIs(other), await whoIs(mine)]).toEqual([401, 200]);
    expect((await ask('DELETE', path, mine)).status).toBe(404);

    const { token: __, ...third } = await program('third/1');
    expect((await ask('DELETE', '/api/v1/sessions', mine)).status).toBe(204);
    expect([await whoIs(third), await whoIs(mine)]).toEqual([401, 200]);
    expect((await list(mine)).map(({ current }) => current)).toEqual([true]);
    const audit = await ask('GET', '/api/v1/audit?action=end-session', mine);
    expect(audit.body).toHaveProperty('items.0.before.program');
  });

  it('leave no token in the log', async () => {
    const { token } = await signIn();
    await whoIs({ authorization: `Bearer ${token}` });
    expect(omc.output).not.toContain(token);
    expect(omc.output).not.toContain(PASSWORD);
  });
});
