import type { FacetResource } from '@omc/api';
import { expect, test } from 'vitest';
import { rolesOf } from './cause-counts.js';

const none = { distinct: 0, values: [] };
const facets: FacetResource['facets'] = {
  severity: none,
  alarmId: none,
  ne: none,
  site: none,
  subnet: none,
  ack: none,
  role: {
    distinct: 2,
    values: [
      { value: 'symptom', count: 9 },
      { value: 'root', count: 2 },
    ],
  },
};

test('causes are the roots and the alarms on their own', () => {
  expect(rolesOf({ facets }, { role: [] })).toEqual({ root: 2, standalone: 0 });
});

test('a role that is not chosen is not in the list, though its facet counts it', () => {
  expect(rolesOf({ facets }, { role: ['symptom'] })).toEqual({ root: 0, standalone: 0 });
  expect(rolesOf({ facets }, { role: ['symptom', 'root'] })).toEqual({ root: 2, standalone: 0 });
});
