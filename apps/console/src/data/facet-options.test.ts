import { expect, test } from 'vitest';
import { facetOptions } from './facet-options.js';

const counted = [
  { value: 29240, count: 7 },
  { value: 301, count: 2 },
];
const names: Readonly<Record<string, string>> = { 29240: 'Cell Unavailable', 301: 'NE Is Disconnected' };
const nameOf = (value: string) => names[value] ?? value;
const known = { counted, isWhole: true, chosen: [], others: [] };

test('what is chosen stands first, also where no alarm has it', () => {
  expect(facetOptions({ ...known, chosen: ['25888', '301'] }, '', nameOf)).toEqual([
    { value: '25888', count: 0 },
    { value: '301', count: 2 },
    { value: '29240', count: 7 },
  ]);
});

test('how many alarms have a value is not known where only the most frequent were counted', () => {
  const [option] = facetOptions({ ...known, isWhole: false, chosen: ['25888'] }, '', nameOf);
  expect(option).toEqual({ value: '25888', count: null });
});

test('a search goes through names and values, and through what no alarm has', () => {
  const values = (search: string) =>
    facetOptions({ ...known, others: ['4711'] }, search, nameOf).map(({ value }) => value);
  expect(values('cell')).toEqual(['29240']);
  expect(values('1')).toEqual(['301', '4711']);
  expect(values('')).toEqual(['29240', '301']);
});
