import { expect, test } from 'vitest';
import { matchingItems, type PaletteItem } from './palette-items.js';

const item = (name: string, hint?: string): PaletteItem => ({
  id: name,
  kind: 'page',
  name,
  hint,
  run: () => undefined,
});
const items = [item('Network map'), item('Alarms'), item('MML', 'a terminal'), item('Map of alarms')];
const names = (text: string) => matchingItems(items, text).map(({ name }) => name);

test('every word of the text has to be there', () => {
  expect(names('alarms map')).toEqual(['Map of alarms']);
  expect(names('term')).toEqual(['MML']);
  expect(names('nothing')).toEqual([]);
});

test('what begins with the text comes first', () => {
  expect(names('map')).toEqual(['Map of alarms', 'Network map']);
});

test('without a text everything is there in its order', () => {
  expect(names(' ')).toEqual(['Network map', 'Alarms', 'MML', 'Map of alarms']);
});
