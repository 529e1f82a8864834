import { describe, expect, it } from 'vitest';
import { topologyChanges } from './topology-changes.js';
import { putOf, topologyText } from './topology-text.js';

const topology = {
  site: 'Site=7',
  requires: [['network//Hub=3']],
  objects: [{ object: 'Rru=0' }, { object: 'Cell=1', requires: [{ share: ['Rru=0', 'Rru=1'] }] }],
};

describe('the text of a topology', () => {
  it('has an object a line, and says the same', () => {
    const text = topologyText(putOf({ ...topology, version: 3 }));
    expect(JSON.parse(text)).toEqual(topology);
    expect(text.split('\n')).toContain(
      '    {"object": "Cell=1", "requires": [{"share": ["Rru=0", "Rru=1"]}]}',
    );
    expect(topologyText({ objects: [] })).toBe('{\n  "objects": []\n}\n');
  });
});

describe('what a topology changes', () => {
  it('is told by the names of its objects, whatever their order', () => {
    const [rru, cell] = topology.objects;
    const after = {
      objects: [
        { ...cell, object: 'Cell=2' },
        { object: 'Rru=0', requires: [['Hub=1']] },
      ],
    };
    expect(topologyChanges(topology, after)).toEqual({
      added: ['Cell=2'],
      removed: ['Cell=1'],
      changed: ['Rru=0'],
      whole: ['site', 'requires'],
    });
    const turned = { ...topology, objects: [cell, rru].filter((each) => each !== undefined) };
    expect(topologyChanges(topology, turned)).toEqual({ added: [], removed: [], changed: [], whole: [] });
  });
});
