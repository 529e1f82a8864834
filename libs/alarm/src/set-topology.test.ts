import { describe, expect, it } from 'vitest';
import type { Command } from './commands.js';
import { LinkScript } from './testing/link-script.js';
import { TestOffice } from './testing/test-office.js';
import type { Topology } from './topology.js';

const put = (ne: string, topology: Topology, rest: { ifVersion?: number } = {}): Command => ({
  kind: 'set-topology',
  ne,
  topology,
  by: 'engineer',
  ...rest,
});
const cell: Topology = { site: 'Site=7', objects: [{ object: 'Cell=1' }] };

function office(): TestOffice {
  const made = new TestOffice();
  made.at(0, new LinkScript('eNB-1').add());
  return made;
}

describe('putting a topology', () => {
  it('stores and remembers it, counting its version up', () => {
    const made = office();
    expect(made.at(1, put('eNB-1', { objects: [] }), put('eNB-1', cell))).toEqual([
      { version: 1, warnings: [] },
      { version: 2, warnings: [] },
    ]);
    const stored = { ne: 'eNB-1', version: 2, site: 'Site=7', body: JSON.stringify(cell) };
    expect(made.topologies.get('eNB-1')).toEqual(stored);
    expect(made.writer.topologies.of('eNB-1')).toEqual(stored);
    const after = made.restarted();
    expect([...after.writer.topologies.all()]).toEqual([{ ne: 'eNB-1', topology: cell }]);
    expect(after.writer.topologies.of('eNB-1')).toEqual(stored);
    expect(after.at(2, put('eNB-1', cell))).toEqual([{ version: 3, warnings: [] }]);
  });

  it('of an NE that is not registered is refused; network needs no registration', () => {
    const made = office();
    expect(made.at(1, put('eNB-2', cell))).toMatchObject([{ refused: 'not-found', field: 'ne' }]);
    expect(made.at(1, put('network', { objects: [{ object: 'Hub=1' }] }))).toMatchObject([{ version: 1 }]);
  });

  it('that is not valid changes nothing', () => {
    const made = office();
    expect(made.at(1, put('eNB-1', { site: '', objects: [] }))).toMatchObject([
      { refused: 'invalid', field: 'site' },
    ]);
    expect([made.topologies.size, made.writer.topologies.of('eNB-1')]).toEqual([0, undefined]);
  });

  it('upon another version than its sender knew is refused', () => {
    const made = office();
    const upon = (ifVersion: number) => put('eNB-1', cell, { ifVersion });
    expect(made.at(1, upon(1), upon(0), upon(0), upon(1))).toMatchObject([
      { refused: 'conflict', field: 'version' },
      { version: 1 },
      { refused: 'conflict', reason: 'is 1 by now, not 0' },
      { version: 2 },
    ]);
  });

  it('is undone with its NE: registered again, it has none', () => {
    const made = office();
    made.at(1, put('eNB-1', cell));
    made.at(2, { kind: 'remove-ne', id: 'eNB-1', by: 'engineer' }, new LinkScript('eNB-1').add());
    expect([made.topologies.size, made.writer.topologies.of('eNB-1')]).toEqual([0, undefined]);
    expect(made.at(3, put('eNB-1', cell))).toMatchObject([{ version: 1 }]);
  });
});
