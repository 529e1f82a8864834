import { mkdir, readlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { hydrateSymlinks } from './hydrate-symlinks.js';
import { folder } from './testing/places.js';

test('makes the missing links, and does not mind those that are there', async () => {
  const root = await folder();
  await mkdir(join(root, 'lib'));
  const links = [{ source: 'native/lib/libpq.so.5.18', target: 'native/lib/libpq.so.5' }];
  await writeFile(join(root, 'pg-symlinks.json'), JSON.stringify(links));
  expect(await hydrateSymlinks(root)).toBe(true);
  expect(await hydrateSymlinks(root)).toBe(true);
  expect(await readlink(join(root, 'lib/libpq.so.5'))).toBe('libpq.so.5.18');
});
