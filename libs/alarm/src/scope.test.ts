import { expect, it } from 'vitest';
import { scopeCovers, scopeIncludes } from './scope.js';

const subnets = new Map([['eNB-1', 'Subnet=1']]);
const subnetOf = (ne: string) => subnets.get(ne);

it('includes everything where it is null', () => {
  expect(scopeIncludes(null, 'network', subnetOf)).toBe(true);
});

it('includes the NEs that it names and those of its subnets, and nobody else', () => {
  const scope = { nes: ['eNB-2'], subnets: ['Subnet=1'] };
  expect(['eNB-1', 'eNB-2', 'eNB-3', 'network'].map((ne) => scopeIncludes(scope, ne, subnetOf))).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(scopeIncludes({ nes: ['network'], subnets: [] }, 'network', subnetOf)).toBe(true);
  expect(scopeIncludes({ nes: [], subnets: [] }, 'eNB-1', subnetOf)).toBe(false);
});

it('covers what is no wider', () => {
  const scope = { nes: ['eNB-1', 'eNB-2'], subnets: ['Subnet=1'] };
  expect(scopeCovers(null, scope)).toBe(true);
  expect(scopeCovers(scope, null)).toBe(false);
  expect(scopeCovers(scope, { nes: ['eNB-2'], subnets: [] })).toBe(true);
  expect(scopeCovers(scope, { nes: ['eNB-3'], subnets: [] })).toBe(false);
  expect(scopeCovers(scope, { nes: [], subnets: ['Subnet=2'] })).toBe(false);
});
