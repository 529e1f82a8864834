import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { readConfiguration } from './configuration.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'omc-configuration-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** The names of the variables that are found wrong, in alphabetical order. */
function wrongOf(environment: Record<string, string>): string[] {
  const read = readConfiguration({ OMC_DATA_DIR: folder, ...environment });
  return read.ok ? [] : read.faults.map((fault) => fault.slice(0, fault.indexOf(':'))).sort();
}

it('names at once what is wrong by itself and what is wrong beside something else', () => {
  expect(
    wrongOf({
      OMC_LOG_LEVEL: 'loud',
      NATS_URL: 'here',
      OMC_PORT: '7000',
      OMC_MML_PORT: '7000',
      OMC_HOST: '0.0.0.0',
    }),
  ).toEqual(['NATS_URL', 'OMC_LOG_LEVEL', 'OMC_MML_PORT', 'OMC_SNMP_COMMUNITIES']);
});

it('does not find fault with what stands beside a wrong variable', () => {
  expect(
    wrongOf({
      OMC_PORT: 'many',
      OMC_MML_PORT: '3000',
      DATABASE_URL: 'mysql://here/omc',
      OMC_DATABASE_OWNER_URL: 'postgres://here/omc',
    }),
  ).toEqual(['DATABASE_URL', 'OMC_PORT']);
});

it('takes no list of communities without a community', () => {
  expect(wrongOf({ OMC_SNMP_COMMUNITIES: ' , ' })).toEqual(['OMC_SNMP_COMMUNITIES']);
});

it('refuses a data folder that cannot be written or made', () => {
  writeFileSync(join(folder, 'file'), '');
  expect(wrongOf({ OMC_DATA_DIR: join(folder, 'file') })).toEqual(['OMC_DATA_DIR']);
  expect(wrongOf({ OMC_DATA_DIR: join(folder, 'file', 'deep', 'down') })).toEqual(['OMC_DATA_DIR']);
  expect(wrongOf({ OMC_DATA_DIR: '/proc/none/here' })).toEqual(['OMC_DATA_DIR']);
});

it('makes nothing while it only looks', () => {
  expect(wrongOf({ OMC_DATA_DIR: join(folder, 'deep', 'down') })).toEqual([]);
  expect(readdirSync(folder)).toEqual([]);
});
