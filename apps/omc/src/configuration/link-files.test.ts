import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { readConfiguration } from './configuration.js';

const HERE = fileURLToPath(import.meta.url);
const NOWHERE = '/no/such/file.pem';

function faultsOf(environment: Record<string, string>): string[] {
  const read = readConfiguration(environment);
  return read.ok ? [] : read.faults;
}

it('asks for all three files where one is named', () => {
  expect(faultsOf({ OMC_LINK_CA: HERE })).toEqual([
    'OMC_LINK_CERT: must be set, since OMC_LINK_CA is',
    'OMC_LINK_KEY: must be set, since OMC_LINK_CA is',
  ]);
  expect(faultsOf({})).toEqual([]);
});

it('names each file that is not there, and each that is no certificate or key', () => {
  const faults = faultsOf({ OMC_LINK_CA: NOWHERE, OMC_LINK_CERT: HERE, OMC_LINK_KEY: HERE });
  expect(faults).toHaveLength(3);
  expect(faults[0]).toMatch(/^OMC_LINK_CA: .*ENOENT/);
  expect(faults[1]).toContain(`OMC_LINK_CERT: ${HERE}: `);
  expect(faults[2]).toContain(`OMC_LINK_KEY: ${HERE}: `);
});
