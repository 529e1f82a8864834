import { describe, expect, it } from 'vitest';
import { checkTopology } from './check-topology.js';

const ring = `{
  "site": "Site=7",
  "requires": [["network//Hub=3"]],
  "objects": [
    {"object": "Rru=0", "requires": [["Rru=1"]]},
    {"object": "Rru=1", "requires": [{"share": ["Rru=0", "eNB-2//Cell=1"]}]}
  ]
}`;

const saidOf = (text: string) => {
  const { topology, errors, warnings } = checkTopology('eNB-1', text);
  const short = (found: typeof errors) => found.map(({ rule, path, line }) => [rule, path, line]);
  return { can: topology !== undefined, errors: short(errors), warnings: short(warnings) };
};

describe('the text of a topology', () => {
  it('can be put as it is written', () => {
    expect(checkTopology('eNB-1', ring)).toEqual({ topology: JSON.parse(ring), errors: [], warnings: [] });
    expect(saidOf('\uFEFF{}')).toEqual({ can: true, errors: [], warnings: [] });
  });

  it.each<[string, string, string, string, number]>([
    ['a comma too many', '{\n"objects": [\n{"object":"A=1"},\n]}', 'json-value', '', 4],
    ['no comma', '{"site":"Site=1"\n"objects":[]}', 'json-comma', '', 2],
    ['single quotes', "{\n'site':1}", 'json-name', '', 2],
    ['no colon', '{"site" "Site=1"}', 'json-colon', '', 1],
    ['an end that is missing', '{"objects":[\n', 'json-value', '', 2],
    ['two of them', `${ring}\n${ring}`, 'json-nothing', '', 9],
    ['no text', '', 'json-value', '', 1],
    ['a nest', '['.repeat(99), 'json-depth', '', 1],
    ['a member twice', '{"site":"Site=1",\n"site":"Site=2"}', 'double', 'site', 2],
    ['a list', '[]', 'unlike-object', '', 1],
    ['a number', '{"objects":[\n{"object":\n1}]}', 'unlike-string', 'objects[0].object', 3],
    ['no name', '{"objects":[\n{"requires":[]}]}', 'unlike-string', 'objects[0].object', 2],
    [
      'a slip of the pen',
      '{"objects":[\n{"object":"A=1","requries":[]}]}',
      'unknown',
      'objects[0].requries',
      2,
    ],
    [
      'a bare member',
      '{"objects":[{"object":"A=1","requires":[\n"B=1"]}]}',
      'group',
      'objects[0].requires[0]',
      2,
    ],
    ['another NE', '{\n"ne":"eNB-2"}', 'other-ne', 'ne', 2],
    [
      'no reference',
      '{"objects":[{"object":"A=1","requires":[[\n"B"]]}]}',
      'reference',
      'objects[0].requires[0][0]',
      2,
    ],
    [
      'itself',
      '{"objects":[{"object":"A=1","requires":[{"share":["A=1"]}]}]}',
      'itself',
      'objects[0].requires[0].share[0]',
      1,
    ],
    [
      'an object twice',
      '{"objects":[{"object":"A=1"},\n{"object":"A=1"}]}',
      'object-twice',
      'objects[1].object',
      2,
    ],
  ])('cannot be put with %s', (_, text, rule, path, line) => {
    expect(saidOf(text)).toEqual({ can: false, errors: [[rule, path, line]], warnings: [] });
  });

  it('names all that is wrong, in the order of the text', () => {
    const { errors } = saidOf('{"site":"x",\n"objects":[{"object":"A"},\n{"object":""}]}');
    expect(errors).toEqual([
      ['place', 'site', 1],
      ['object-name', 'objects[0].object', 2],
      ['object-empty', 'objects[1].object', 3],
    ]);
  });

  it('leaves out what the OMC tells beside it, and warns of what is required but not listed', () => {
    const { can, warnings } = saidOf(
      '{"ne":"eNB-1","version":4,\n"objects":[{"object":"A=1","requires":[["B=1"],["B=1"],["eNB-1//C=1"]]}]}',
    );
    expect(can).toBe(true);
    expect(warnings).toEqual([
      ['left-out', 'version', 1],
      ['not-listed', 'objects[0].requires[0][0]', 2],
      ['not-listed', 'objects[0].requires[2][0]', 2],
    ]);
  });
});
