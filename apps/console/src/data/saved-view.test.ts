import type { ViewResource } from '@omc/api';
import { expect, test } from 'vitest';
import { everythingActive } from './alarm-view.js';
import { contentOf, isModified, type Look, lookOf } from './saved-view.js';

const look: Look = {
  view: {
    ...everythingActive,
    state: 'current',
    severity: ['critical'],
    alarmId: [301],
    ne: 'eNB-1,eNB-2',
    site: ['Site=7'],
    ack: ['unacknowledged'],
    q: 'x',
  },
  layout: 'flat',
  sort: '-severity',
};
const saved = (content: ReturnType<typeof contentOf>) => content as unknown as ViewResource;

test('a view that is opened shows what was saved', () => {
  const view = saved(contentOf(look, []));
  expect(lookOf(view)).toEqual(look);
  expect(isModified(view, look)).toBe(false);
});

test('the order in which values are chosen makes no other view', () => {
  const view = saved(contentOf({ ...look, view: { ...look.view, alarmId: [301, 29240] } }, []));
  expect(isModified(view, { ...look, view: { ...look.view, alarmId: [29240, 301] } })).toBe(false);
});

test('another filter, sort or layout is another view', () => {
  const view = saved(contentOf(look, []));
  expect(isModified(view, { ...look, sort: null })).toBe(true);
  expect(isModified(view, { ...look, layout: 'causes' })).toBe(true);
  expect(isModified(view, { ...look, view: { ...look.view, q: '' } })).toBe(true);
});
