import { once } from 'node:events';
import { type IncomingMessage, request } from 'node:http';
import { createInterface } from 'node:readline';
import type { LineAnswer, NeResource, TopologyPut, TopologyPutResource, TopologyResource } from '@omc/api';
import { makeOmc, OmcClient, type OmcProcess } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const ring: TopologyPut = {
  site: 'Site=7',
  subnet: 'Subnet=1',
  requires: [['network//Hub=3']],
  objects: [
    { object: 'Rru=0', requires: [['Board=3,IrPort=0', 'Rru=1,Port=0']] },
    { object: 'Rru=1', requires: [['Board=3,IrPort=1', 'Rru=0,Port=1']] },
    { object: 'SctpLink=5', requires: [['eNB-2//']] },
    { object: 'Cell=1', requires: [{ share: ['Rru=0', 'Rru=1'] }] },
  ],
};

interface Problem {
  readonly detail: string;
  readonly errors: readonly { readonly field: string }[];
}

describe('topology', () => {
  let omc: OmcProcess;
  let client: OmcClient;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    for (const id of ['eNB-1', 'eNB-2']) await client.addNe({ id, kind: 'snmp', host: '127.0.0.9', port: 9 });
  });

  afterAll(async () => omc?.remove());

  const put = <Body = TopologyPutResource>(ne: string, body: unknown, ifMatch?: string) =>
    client.request<Body>(
      'PUT',
      `/api/v1/nes/${ne}/topology`,
      body,
      ifMatch === undefined ? {} : { 'if-match': ifMatch },
    );
  const get = (ne: string) => client.get<TopologyResource>(`/api/v1/nes/${ne}/topology`);
  const bulk = async (path: string, lines: readonly unknown[]): Promise<LineAnswer[]> => {
    const body = lines.map((line) => (typeof line === 'string' ? line : JSON.stringify(line))).join('\n');
    const answer = await client.request<string>('POST', path, body, {
      'content-type': 'application/x-ndjson',
    });
    if (answer.status !== 200) throw new Error(`bulk refused: ${JSON.stringify(answer.body)}`);
    return answer.body
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as LineAnswer);
  };

  it('is given back as it was put, also after kill -9, and shows where its NE is', async () => {
    expect((await get('eNB-1')).status).toBe(404);
    expect(await put('eNB-1', ring)).toMatchObject({
      status: 200,
      body: { ...ring, version: 1, warnings: [] },
    });
    expect((await put('network', { objects: [{ object: 'Site=7', requires: [['Hub=3']] }] })).status).toBe(
      200,
    );

    await omc.end('SIGKILL');
    await omc.start();

    client = await OmcClient.signIn(omc.url);
    expect((await get('eNB-1')).body).toEqual({ ...ring, version: 1 });
    expect((await get('network')).body.objects).toHaveLength(1);
    const nes = (await client.get<{ items: NeResource[] }>('/api/v1/nes')).body.items;
    expect(nes.map(({ id, site, subnet }) => ({ id, site, subnet }))).toEqual([
      { id: 'eNB-1', site: 'Site=7', subnet: 'Subnet=1' },
      { id: 'eNB-2', site: undefined, subnet: undefined },
    ]);
  });

  it('is refused with what is wrong in it, and nothing is changed', async () => {
    const wrong = async (body: unknown) => {
      const { status, body: problem } = await put<Problem>('eNB-1', body);
      return [status, problem.errors?.[0]?.field];
    };
    expect(await wrong({ ...ring, colour: 'red' })).toEqual([400, 'colour']);
    expect(await wrong({ objects: [{ object: 'Cell=1', requires: [[], 7] }] })).toEqual([
      400,
      'objects[0].requires[1]',
    ]);
    expect(await wrong({ objects: [{ object: 'Cell=1', requires: [{ share: ['Cell=1'] }] }] })).toEqual([
      400,
      'objects[0].requires[0].share[0]',
    ]);
    expect((await put('eNB-9', ring)).status).toBe(404);
    expect((await get('eNB-1')).body.version).toBe(1);
  });

  it('is not put upon another version than its sender knew', async () => {
    const first = await fetch(`${omc.url}/api/v1/nes/eNB-1/topology`, {
      headers: { authorization: `Bearer ${client.token}` },
    });
    const etag = first.headers.get('etag') ?? '';
    expect((await put('eNB-1', ring, etag)).body.version).toBe(2);
    const { status, body } = await put('eNB-1', ring, etag);
    expect({ status, body }).toMatchObject({ status: 412, body: { current: { ...ring, version: 2 } } });
    expect((await put('eNB-1', ring, 'W/"x"')).status).toBe(400);
  });

  it('may have 10,000 objects, and no more', async () => {
    const objects = Array.from({ length: 10_000 }, (_, i) => ({
      object: `Rru=${i},TxChannel=0`,
      requires: [
        [`Rru=${i}`, `Rru=${i + 1},Port=1`],
        { share: ['Power=0', 'Power=1', 'eNB-1//Board=0-0-3'] },
      ],
    }));
    expect((await put('eNB-2', { objects })).body.version).toBe(1);
    expect((await get('eNB-2')).body.objects).toEqual(objects);
    const { status, body } = await put<Problem>('eNB-2', { objects: [...objects, { object: 'Cell=1' }] });
    expect([status, body.errors[0]?.field]).toEqual([400, 'objects']);
  });

  it('comes and goes for thousands of NEs in two requests, each line answered by itself', async () => {
    const ids = Array.from({ length: 3_000 }, (_, i) => `bulk-${i}`);
    const nes = ids.map((id) => ({ id, kind: 'snmp', host: '127.0.0.9', port: 9 }));
    const added = await bulk('/api/v1/nes/bulk', [
      ...nes.slice(0, 1_500),
      'no JSON',
      ...nes.slice(1_500),
      nes[7],
    ]);
    expect(added).toHaveLength(3_002);
    expect(added.filter(({ status }) => status !== 201)).toMatchObject([
      { line: 1_501, status: 400, error: expect.stringContaining('no JSON') },
      { line: 3_002, ne: 'bulk-7', status: 409 },
    ]);

    const lines: unknown[] = ids.map((ne) => ({ ne, ...ring }));
    lines[1] = { ne: 'eNB-9', objects: [] };
    lines[2] = { ne: 'bulk-2', objects: [{ object: 'Cell=1' }, { object: 'Cell=1' }] };
    lines[3] = { ne: 'bulk-3', objects: [], colour: 'red' };
    lines[4] = '';
    const answers = await bulk('/api/v1/topology/bulk', lines);
    expect(answers[0]).toEqual({ line: 1, ne: 'bulk-0', status: 200, version: 1, warnings: [] });
    expect(answers.filter(({ status }) => status !== 200)).toEqual([
      { line: 2, ne: 'eNB-9', status: 404, error: expect.stringContaining('not registered') },
      { line: 3, ne: 'bulk-2', status: 400, error: expect.stringContaining('objects[1].object: ') },
      { line: 4, ne: 'bulk-3', status: 400, error: expect.stringContaining('colour: ') },
    ]);
    expect(answers).toHaveLength(2_999);
    expect(answers.map(({ line }) => line)).toEqual([1, 2, 3, 4, ...ids.map((_, i) => i + 1).slice(5)]);
    expect((await get('bulk-2999')).body).toEqual({ ...ring, version: 1 });
  });

  it('is answered line by line while the rest is still to come', async () => {
    const sending = request(`${omc.url}/api/v1/topology/bulk`, {
      method: 'POST',
      headers: { authorization: `Bearer ${client.token}`, 'content-type': 'application/x-ndjson' },
    });
    const put = '{"ne":"eNB-2","objects":[]}\n';
    sending.write(put);
    const [response] = (await once(sending, 'response')) as [IncomingMessage];
    const answers = createInterface(response)[Symbol.asyncIterator]();
    expect((await answers.next()).value).toContain('"line":1');
    sending.write(put);
    expect((await answers.next()).value).toContain('"line":2');
    sending.end();
    expect((await answers.next()).done).toBe(true);
  });

  it('in another form than lines is refused', async () => {
    expect((await client.post('/api/v1/topology/bulk', { ne: 'eNB-1', objects: [] })).status).toBe(415);
  });

  it('goes with its NE, and does not come back with it', async () => {
    expect((await client.request('DELETE', '/api/v1/nes/eNB-1')).status).toBe(204);
    expect((await get('eNB-1')).status).toBe(404);
    await client.addNe({ id: 'eNB-1', kind: 'snmp', host: '127.0.0.9', port: 9 });
    expect((await get('eNB-1')).status).toBe(404);
    await omc.end('SIGKILL');
    await omc.start();
    client = await OmcClient.signIn(omc.url);
    expect((await get('eNB-1')).status).toBe(404);
    expect((await get('network')).status).toBe(200);
  });
});
