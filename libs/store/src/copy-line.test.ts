import { expect, it } from 'vitest';
import { copyLine } from './copy-line.js';

it('writes a row as COPY reads it', () => {
  expect(copyLine([0, 'Cell=1', true, 1.5])).toBe('0\tCell=1\ttrue\t1.5\n');
});

it('tells what is missing from an empty text and from the text that stands for it', () => {
  expect(copyLine([undefined, null, '', '\\N'])).toBe('\\N\t\\N\t\t\\\\N\n');
});

it('escapes what would end a column or a row', () => {
  expect(copyLine(['a\tb\nc\rd\\e'])).toBe('a\\tb\\nc\\rd\\\\e\n');
});
