import fc from 'fast-check';
import { expect, test } from 'vitest';
import { everythingActive } from './alarm-view.js';
import { severities } from './severity.js';
import { pages, readUrl, type UrlState, writeUrl } from './url-state.js';

test('the first page has an empty address', () => {
  expect(
    writeUrl({ page: 'alarms', alarm: null, view: everythingActive, layout: 'causes', find: '', at: null }),
  ).toBe('');
});

test('an address carries page, filters and the open alarm', () => {
  const state: UrlState = {
    page: 'alarms',
    alarm: '0192f0c4-7a1b-7001-8abc-000000000001',
    view: { state: 'all', severity: ['critical', 'minor'], ne: 'eNB-100001', q: 'Cell=3 & more' },
    layout: 'flat',
    find: '',
    at: null,
  };
  expect(writeUrl(state)).toBe(
    '?state=all&severity=critical,minor&ne=eNB-100001&q=Cell%3D3+%26+more&list=flat&alarm=0192f0c4-7a1b-7001-8abc-000000000001',
  );
});

test('what an address does not know counts as left out', () => {
  expect(readUrl('?page=nowhere&state=odd&list=odd&severity=loud,major&alarm=')).toEqual({
    page: 'alarms',
    alarm: null,
    view: { ...everythingActive, severity: ['major'] },
    layout: 'causes',
    find: '',
    at: null,
  });
});

test('what is written is read again', () => {
  const state = fc.record<UrlState>({
    page: fc.constantFrom(...pages),
    alarm: fc.option(fc.uuid(), { nil: null }),
    view: fc.record({
      state: fc.constantFrom('active', 'cleared', 'all'),
      severity: fc.subarray([...severities]),
      ne: fc.stringMatching(/^[A-Za-z0-9._-]{0,64}$/),
      q: fc.string({ maxLength: 60 }),
    }),
    layout: fc.constantFrom('causes', 'flat'),
    find: fc.string({ maxLength: 200 }),
    at: fc.option(fc.string({ minLength: 1, maxLength: 64 })),
  });
  fc.assert(
    fc.property(state, (one) => {
      expect(readUrl(writeUrl(one))).toEqual(one);
    }),
    { seed: 20261123 },
  );
});
