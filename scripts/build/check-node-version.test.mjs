import { expect, test } from 'vitest';
import { Failure } from '../failure.mjs';
import { checkNodeVersion } from './check-node-version.mjs';

test.each(['20.19.0', '20.20.2', '22.0.0', '24.1.0'])('accepts Node.js %s', (version) => {
  expect(() => checkNodeVersion(version)).not.toThrow();
});

test.each(['20.18.3', '18.20.0'])('refuses Node.js %s and names what is needed', (version) => {
  expect(() => checkNodeVersion(version)).toThrow(Failure);
  expect(() => checkNodeVersion(version)).toThrow(`20.19 or newer is needed, this is ${version}`);
});
