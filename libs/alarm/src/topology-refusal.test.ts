import { describe, expect, it } from 'vitest';
import type { Topology } from './topology.js';
import { refusalOfTopology } from './topology-refusal.js';

const ring: Topology = {
  site: 'Site=7',
  subnet: 'Subnet=1',
  requires: [['network//Hub=3'], ['Power=0']],
  objects: [
    { object: 'Rru=0', requires: [['Board=3,IrPort=0', 'Rru=1,Port=0']] },
    { object: 'Rru=1', requires: [['Board=3,IrPort=1', 'Rru=0,Port=1']] },
    { object: 'Rru=0,Port=1', requires: [['Rru=0']] },
    { object: 'Rru=1,Port=0', requires: [['Rru=1']] },
    { object: 'SctpLink=5', requires: [['eNB-2//']] },
    { object: 'Cell=1', requires: [{ share: ['Rru=0', 'Rru=1'] }, ['']] },
  ],
};

const one = (requires: Topology['requires']): Topology => ({
  objects: [{ object: 'Power=0' }, { object: 'Cell=1', ...(requires === undefined ? {} : { requires }) }],
});
const many = (count: number) => Array.from({ length: count }, (_, i) => `Cell=${i}`);

describe('a topology', () => {
  it('may have circles, and name what does not exist yet', () => {
    expect(refusalOfTopology('eNB-1', ring)).toBeUndefined();
    expect(refusalOfTopology('eNB-1', { objects: [] })).toBeUndefined();
  });

  it('may have 10,000 objects that require 10 each', () => {
    const ten = Array.from({ length: 10 }, (_, i) => `Power=${i}`);
    const full = many(10_000).map((object) => ({ object, requires: [ten] }));
    expect(refusalOfTopology('eNB-1', { objects: full })).toBeUndefined();
  });

  it.each<[string, Topology, string, string]>([
    ['a site with its NE', { site: 'network//Site=7', objects: [] }, 'site', 'such as Site=7'],
    ['an empty subnet', { subnet: '', objects: [] }, 'subnet', 'such as Subnet=1'],
    ['the NE as an object', { objects: [{ object: '' }] }, 'objects[0].object', 'must not be empty'],
    ['no object name', { objects: [{ object: 'Cell' }] }, 'objects[0].object', 'Type=id'],
    [
      'an object twice',
      { objects: [{ object: 'A=1' }, { object: 'B=1' }, { object: 'A=1' }] },
      'objects[2].object',
      'A=1 is objects[0] already',
    ],
    ['an empty group', one([['Power=0'], []]), 'objects[1].requires[1]', '1 to 1000'],
    ['an empty share', one([{ share: [] }]), 'objects[1].requires[0].share', '1 to 1000'],
    ['no reference', one([['Power=0', 'Power']]), 'objects[1].requires[0][1]', 'NE//object'],
    ['no reference in a share', one([{ share: ['/'] }]), 'objects[1].requires[0].share[0]', 'NE//object'],
    ['an object that requires itself', one([['Cell=1']]), 'objects[1].requires[0][0]', 'require itself'],
    ['the same by its full name', one([['eNB-1//Cell=1']]), 'objects[1].requires[0][0]', 'require itself'],
    ['an NE that requires itself', { requires: [['']], objects: [] }, 'requires[0][0]', 'the NE cannot'],
    [
      'the same by its full name',
      { requires: [['eNB-1//']], objects: [] },
      'requires[0][0]',
      'the NE cannot',
    ],
    ['101 groups', one(many(101).map(() => ['Power=0'])), 'objects[1].requires', 'at most 100'],
    ['1,001 members', one([many(1001)]), 'objects[1].requires[0]', '1 to 1000 members, has 1001'],
    ['10,001 objects', { objects: many(10_001).map((object) => ({ object })) }, 'objects', 'at most 10000'],
    [
      'over 100,000 required',
      { objects: many(101).map((object) => ({ object, requires: [Array(1000).fill('Power=0')] })) },
      'objects',
      'at most 100000 objects in all, require 101000',
    ],
  ])('with %s is refused, naming the member and what is allowed', (_, topology, field, reason) => {
    expect(refusalOfTopology('eNB-1', topology)).toEqual({
      refused: 'invalid',
      field,
      reason: expect.stringContaining(reason),
    });
  });

  it('of network has objects that require each other, and nothing else', () => {
    const hubs: Topology = { objects: [{ object: 'Site=7', requires: [['Hub=3', 'network//Hub=4']] }] };
    expect(refusalOfTopology('network', hubs)).toBeUndefined();
    for (const rest of [{ site: 'Site=1' }, { subnet: 'Subnet=1' }, { requires: [] }])
      expect(refusalOfTopology('network', { ...hubs, ...rest })).toMatchObject({
        field: Object.keys(rest)[0],
      });
    expect(refusalOfTopology('network', { objects: [{ object: 'Site=7', requires: [['']] }] })).toMatchObject(
      { field: 'objects[0].requires[0][0]' },
    );
  });
});
