import { expect, it } from 'vitest';
import { narrowedScope } from './narrowed-scope.js';

const subnets = new Map([['eNB-1', 'Subnet=1']]);
const subnetOf = (ne: string) => subnets.get(ne);
const limit = { nes: ['eNB-2'], subnets: ['Subnet=1', 'Subnet=2'] };

it('is the narrower where the other is everything', () => {
  expect(narrowedScope(null, limit, subnetOf)).toEqual(limit);
  expect(narrowedScope(limit, null, subnetOf)).toEqual(limit);
  expect(narrowedScope(null, null, subnetOf)).toBeNull();
});

it('keeps NEs that are named, or lie in a named subnet, and subnets that are named', () => {
  const scope = { nes: ['eNB-1', 'eNB-2', 'eNB-3', 'network'], subnets: ['Subnet=2', 'Subnet=3'] };
  expect(narrowedScope(scope, limit, subnetOf)).toEqual({ nes: ['eNB-1', 'eNB-2'], subnets: ['Subnet=2'] });
});

it('is nothing, not everything, where nothing is left', () => {
  expect(narrowedScope({ nes: ['eNB-3'], subnets: [] }, limit, subnetOf)).toEqual({ nes: [], subnets: [] });
});
