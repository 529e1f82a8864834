import { describe, expect, it } from 'vitest';
import { alarmMatches } from './alarm-matches.js';
import { alarmFilter } from './alarm-query.js';
import type { AlarmResource } from './alarm-resource.js';

const alarm: AlarmResource = {
  id: '01920000-0000-7000-8000-000000000001',
  ne: 'eNB-1',
  object: 'Cell=1',
  alarmId: 29240,
  name: { en: 'Cell Unavailable', zh: '小区不可用' },
  severity: 'major',
  eventType: 'qualityOfServiceAlarm',
  probableCause: 'unavailable',
  state: 'active',
  ack: { state: 'unacknowledged' },
  faultAt: '2026-11-23T10:00:00.000Z',
  raisedAt: '2026-11-23T10:01:30.000Z',
  clearedAt: null,
  clearedBy: null,
  reports: 1,
  text: '100% of PRBs lost',
  info: {},
  intermittent: false,
  stale: false,
  correlation: { role: 'standalone', rootIds: [], rule: null },
  shelved: false,
  comments: 0,
  version: 1,
  lifeVersion: 1,
};

describe('an alarm', () => {
  it.each([
    {},
    { state: 'all' },
    { severity: 'critical,major' },
    { ne: 'eNB-1', object: 'Cell=1', alarmId: 29240 },
    { role: 'standalone', ack: 'unacknowledged', shelved: 'false' },
    { q: 'UNAVAIL' },
    { q: '小区' },
    { q: '100% of' },
    { since: '2026-11-23T10:01:30.000Z', until: '2026-11-23T12:01:30.000+02:00' },
  ])('matches %j', (filter) => {
    expect(alarmMatches(alarmFilter.parse(filter), alarm)).toBe(true);
  });

  it.each([
    { state: 'cleared' },
    { severity: 'minor' },
    { ne: 'eNB-2' },
    { object: '' },
    { alarmId: '29201,25888' },
    { role: 'root' },
    { ack: 'acknowledged' },
    { shelved: 'true' },
    { q: '100_' },
    { since: '2026-11-23T10:01:30.001Z' },
    { until: '2026-11-23T10:01:29.999Z' },
  ])('does not match %j', (filter) => {
    expect(alarmMatches(alarmFilter.parse(filter), alarm)).toBe(false);
  });
});
