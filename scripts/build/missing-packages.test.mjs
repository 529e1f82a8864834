import { expect, test } from 'vitest';
import { missingPackages } from './missing-packages.mjs';

const zod = { version: '4.6.7', integrity: 'sha512-a' };
const lock = (packages) => ({ packages: { '': { name: 'root' }, ...packages } });

test('misses nothing when npm has recorded the same versions', () => {
  expect(missingPackages(lock({ 'node_modules/zod': zod }), lock({ 'node_modules/zod': zod }))).toEqual([]);
});

test('misses a package that is not there', () => {
  expect(missingPackages(lock({ 'node_modules/zod': zod }), lock({}))).toEqual(['node_modules/zod']);
});

test('misses a package of another version or with another content', () => {
  const wanted = lock({ 'node_modules/zod': zod });
  for (const other of [{ version: '4.6.8' }, { integrity: 'sha512-b' }])
    expect(missingPackages(wanted, lock({ 'node_modules/zod': { ...zod, ...other } }))).toHaveLength(1);
});

test('misses a development package, since compilers are such', () => {
  expect(missingPackages(lock({ 'node_modules/typescript': { ...zod, dev: true } }), lock({}))).toHaveLength(
    1,
  );
});

test('misses a package of this project that is not linked', () => {
  const link = { resolved: 'libs/alarm', link: true };
  expect(missingPackages(lock({ 'node_modules/@omc/alarm': link, 'libs/alarm': {} }), lock({}))).toEqual([
    'node_modules/@omc/alarm',
  ]);
});

test('does not mind optional packages, most of which are for other platforms', () => {
  expect(missingPackages(lock({ 'node_modules/fsevents': { ...zod, optional: true } }), lock({}))).toEqual(
    [],
  );
});
