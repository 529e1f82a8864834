import { expect, test } from 'vitest';
import { neGraph, partsOf } from './ne-graph.js';

test('names objects in full, and ties those without requirements to their NE', () => {
  const graph = neGraph(
    'eNB-1',
    {
      version: 1,
      site: 'Site=7',
      requires: [['network//Hub=3'], ['Interface=1']],
      objects: [
        { object: 'Interface=1' },
        { object: 'Power=0' },
        { object: 'Cell=1', requires: [{ share: ['Rru=0', 'Rru=1'] }, ['eNB-2//']] },
      ],
    },
    ['Cell=9'],
  );
  expect(Object.fromEntries(graph)).toEqual({
    'eNB-1//': [
      { members: ['network//Hub=3'], share: false },
      { members: ['eNB-1//Interface=1'], share: false },
      { members: ['network//Site=7'], share: false },
    ],
    'eNB-1//Interface=1': [],
    'eNB-1//Power=0': [{ members: ['eNB-1//'], share: false }],
    'eNB-1//Cell=1': [
      { members: ['eNB-1//Rru=0', 'eNB-1//Rru=1'], share: true },
      { members: ['eNB-2//'], share: false },
    ],
    'eNB-1//Cell=9': [{ members: ['eNB-1//'], share: false }],
  });
});

test('takes a full name apart', () => {
  expect(partsOf('eNB-1//Rru=0-60-0,Port=1')).toEqual({ ne: 'eNB-1', object: 'Rru=0-60-0,Port=1' });
});
