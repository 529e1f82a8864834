import { expect, it } from 'vitest';
import { csvLine } from './csv.js';

it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '\r=1'])('lets %j begin no formula', (text) => {
  expect(csvLine([text]).replace('"', '').startsWith(`'${text}`)).toBe(true);
});

it('quotes what would end a cell or a line', () => {
  expect(csvLine(['a,b', 'say "no"', 'two\nlines', 'plain', ''])).toBe(
    '"a,b","say ""no""","two\nlines",plain,\r\n',
  );
  expect(csvLine(['-a,b'])).toBe(`"'-a,b"\r\n`);
});
