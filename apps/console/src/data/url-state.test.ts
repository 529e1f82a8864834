import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everythingActive } from './alarm-view.js';
import { severities } from './severity.js';
import { pages, readUrl, type UrlState, writeUrl } from './url-state.js';

test('the first page has an empty address', () => {
  expect(
    writeUrl({
      page: 'alarms',
      alarm: null,
      view: everythingActive,
      layout: 'causes',
      sort: null,
      saved: null,
      find: '',
      at: null,
      own: {},
    }),
  ).toBe('');
});

test('an address carries page, filters and the open alarm', () => {
  const state: UrlState = {
    page: 'alarms',
    alarm: '0192f0c4-7a1b-7001-8abc-000000000001',
    view: {
      state: 'all',
      severity: ['critical', 'minor'],
      alarmId: [29240, 301],
      ne: 'eNB-100001,eNB-100002',
      site: ['Region=1,Site=7', 'Site=8'],
      subnet: [],
      ack: ['unacknowledged'],
      role: [],
      shelved: 'all',
      q: 'Cell=3 & more',
    },
    layout: 'flat',
    sort: '-severity',
    saved: null,
    find: '',
    at: null,
    own: { since: '2026-11-23T14:00' },
  };
  expect(writeUrl(state)).toBe(
    '?state=all&severity=critical,minor&alarmId=29240,301&ne=eNB-100001,eNB-100002&site=Region%3D1,Site%3D7&site=Site%3D8&ack=unacknowledged&shelved=all&q=Cell%3D3+%26+more&list=flat&sort=-severity&_since=2026-11-23T14%3A00&alarm=0192f0c4-7a1b-7001-8abc-000000000001',
  );
});

test('what an address does not know counts as left out', () => {
  expect(readUrl('?page=nowhere&state=odd&list=odd&severity=loud,major&alarm=')).toEqual({
    page: 'alarms',
    alarm: null,
    view: { ...everythingActive, severity: ['major'] },
    layout: 'causes',
    sort: null,
    saved: null,
    find: '',
    at: null,
    own: {},
  });
});

test('what is written is read again', () => {
  const state = fc.record<UrlState>({
    page: fc.constantFrom(...pages),
    alarm: fc.option(fc.uuid(), { nil: null }),
    view: fc.record({
      state: fc.constantFrom('active', 'current', 'cleared', 'all'),
      severity: fc.subarray([...severities]),
      alarmId: fc.array(fc.nat(), { maxLength: 5 }),
      ne: fc.array(fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/), { maxLength: 3 }).map((ids) => ids.join(',')),
      site: fc.array(fc.string({ minLength: 1, maxLength: 255 }), { maxLength: 3 }),
      subnet: fc.array(fc.string({ minLength: 1, maxLength: 255 }), { maxLength: 3 }),
      ack: fc.subarray(['unacknowledged', 'acknowledged'] as const),
      role: fc.subarray(['root', 'symptom', 'standalone'] as const),
      shelved: fc.constantFrom('false', 'true', 'all'),
      q: fc.string({ maxLength: 60 }),
    }),
    layout: fc.constantFrom('causes', 'flat'),
    sort: fc.option(fc.stringMatching(/^-?[A-Za-z]{1,32}$/)),
    saved: fc.option(fc.uuid()),
    find: fc.string({ maxLength: 200 }),
    at: fc.option(fc.string({ minLength: 1, maxLength: 64 })),
    own: fc.dictionary(fc.stringMatching(/^[a-z]{1,12}$/), fc.string({ minLength: 1, maxLength: 60 }), {
      noNullPrototype: true,
    }),
  });
  fc.assert(
    fc.property(state, (one) => {
      expect(readUrl(writeUrl(one))).toEqual(one);
    }),
    { seed: 20261123 },
  );
});
