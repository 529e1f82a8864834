import type { NetworkElement, RegistryWrite, StoredTopology, Topology } from '@omc/alarm';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BatchCommitter } from './batch-committer.js';
import type { Store } from './open-store.js';
import { Batches } from './testing/batches.js';
import { TestDatabase } from './testing/test-database.js';

const topology: Topology = {
  site: 'Site=7',
  subnet: 'Subnet=小区"\\',
  requires: [['network//Hub=3']],
  objects: [
    { object: 'Rru=0', requires: [['Board=3,IrPort=0', 'Rru=1']] },
    { object: 'Cell=1', requires: [{ share: ['Rru=0', 'Rru=1'] }] },
  ],
};
const kept = ({ site, subnet, ...rest }: Topology) => {
  const places = { ...(site && { site }), ...(subnet && { subnet }) };
  return { ...places, body: JSON.stringify({ ...places, ...rest }) };
};
const put = (ne: string, version: number, body = topology): RegistryWrite => ({
  kind: 'put-topology',
  ne,
  version,
  ...kept(body),
  by: "O'Neil",
});
const putNe = (id: string, port = 1): RegistryWrite => ({
  kind: 'put-ne',
  ne: { id, kind: 'link', host: 'h', port } satisfies NetworkElement,
});

describe('topologies', () => {
  let database: TestDatabase;
  let store: Store;
  let committer: BatchCommitter;
  let batches: Batches;

  beforeEach(async () => {
    database = await TestDatabase.make();
    store = await database.open();
    ({ committer } = await store.takeLease('test'));
    batches = new Batches();
  });
  afterEach(() => database.close());

  const commit = (...registry: RegistryWrite[]) =>
    committer.commit(batches.of([], { registry }), batches.sequences);
  const stored = async (): Promise<StoredTopology[]> =>
    (await store.topologies()).sort((a, b) => (a.ne < b.ne ? -1 : 1));

  it('come back as they were put, the last of each NE', async () => {
    await commit(put('eNB-1', 1), put('network', 1, { objects: [] }), put('eNB-1', 2));
    expect(await stored()).toEqual([
      { ne: 'eNB-1', version: 2, ...kept(topology) },
      { ne: 'network', version: 1, body: '{"objects":[]}' },
    ]);
    await commit(put('network', 2));
    expect((await stored()).map(({ version }) => version)).toEqual([2, 2]);
    expect(await database.rows('select site, subnet, changed_by from topology where version = 2')).toEqual(
      Array(2).fill({ site: 'Site=7', subnet: 'Subnet=小区"\\', changed_by: "O'Neil" }),
    );
  });

  it('go with their NE, and do not come back with it', async () => {
    await commit(putNe('eNB-1'), putNe('eNB-2'), put('eNB-1', 1), put('eNB-2', 1));
    await commit(put('eNB-1', 2), { kind: 'delete-ne', id: 'eNB-1' }, putNe('eNB-1', 2), putNe('eNB-1', 3));
    expect((await stored()).map(({ ne }) => ne)).toEqual(['eNB-2']);
    expect((await store.nes()).map(({ id, port }) => [id, port])).toEqual([
      ['eNB-1', 3],
      ['eNB-2', 1],
    ]);
  });

  it('are all read, many as they are', async () => {
    const nes = Array.from({ length: 2_500 }, (_, i) => `eNB-${i}`);
    await commit(...nes.map((ne) => put(ne, 1)));
    expect((await stored()).map(({ ne }) => ne).sort()).toEqual(nes.sort());
  });
});
