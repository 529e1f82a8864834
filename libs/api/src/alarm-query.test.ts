import { describe, expect, it } from 'vitest';
import { alarmFilter, alarmQuery } from './alarm-query.js';

describe('a filter of alarms', () => {
  it('asks for what is active unless it says otherwise', () => {
    expect(alarmFilter.parse({})).toEqual({ state: 'active', shelved: 'all' });
  });

  it.each([['critical,major'], [['critical', 'major']]])('takes a list as %j', (severity) => {
    expect(alarmFilter.parse({ severity }).severity).toEqual(['critical', 'major']);
  });

  it.each([['29240'], [29240], [['29240']], [[29240]]])('takes one alarm type as %j', (alarmId) => {
    expect(alarmFilter.parse({ alarmId }).alarmId).toEqual([29240]);
  });

  it.each([
    ['true', 'true'],
    [true, 'true'],
    [false, 'false'],
    ['all', 'all'],
  ])('takes shelved as %j', (shelved, meant) => {
    expect(alarmFilter.parse({ shelved }).shelved).toBe(meant);
  });

  it.each([
    { severity: 'grave' },
    { shelved: 1 },
    { severity: '' },
    { alarmId: 'x' },
    { state: 'open' },
    { since: 'yesterday' },
    { unknown: 1 },
  ])('refuses %j', (filter) => {
    expect(alarmFilter.safeParse(filter).success).toBe(false);
  });

  it.each([0, 1001, 'many'])('refuses pages of %s', (limit) => {
    expect(alarmQuery.safeParse({ limit }).success).toBe(false);
  });
});
