import type { AlarmResource } from '@omc/api';

/** An alarm for tests, with what matters to them changed. */
export function anAlarm(id: string, change: Partial<AlarmResource> = {}): AlarmResource {
  return {
    id,
    ne: 'eNB-100001',
    object: 'Cell=1',
    alarmId: 29240,
    name: { en: 'Cell Unavailable', zh: '小区不可用' },
    severity: 'major',
    eventType: 'qualityOfServiceAlarm',
    probableCause: 'unavailable',
    state: 'active',
    ack: { state: 'unacknowledged' },
    faultAt: '2026-11-23T13:58:30.000Z',
    raisedAt: '2026-11-23T14:00:00.000Z',
    clearedAt: null,
    clearedBy: null,
    reports: 1,
    text: '',
    info: {},
    intermittent: false,
    stale: false,
    correlation: { role: 'standalone', rootIds: [], rule: null },
    shelved: false,
    comments: 0,
    version: 1,
    lifeVersion: 1,
    ...change,
  };
}
