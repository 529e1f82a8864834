import type { Alarm, AlarmChange } from '@omc/alarm';
import { type AlarmSort, alarmSorts } from '@omc/api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { orderOf } from './alarm-order.js';
import { LiveWindow } from './live-window.js';

const SEVERITIES = ['warning', 'minor', 'critical'] as const;

/** An alarm of few distinct values, so that every sort has many equals. */
const anAlarm = (n: number, life: number): Alarm => ({
  id: `01920000-0000-7000-8000-${String(n).padStart(12, '0')}`,
  ne: `eNB-${n % 3}`,
  object: '',
  alarmId: 29240 + (n % 2),
  severity: SEVERITIES[(n + life) % 3] ?? 'minor',
  eventType: 'equipmentAlarm',
  probableCause: '',
  state: life % 4 === 3 ? 'cleared' : 'active',
  ack: { state: 'unacknowledged' },
  faultAt: n % 5,
  raisedAt: (n * 7) % 11,
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
  version: life,
  lifeVersion: life,
});

const matches = (alarm: Alarm | undefined) => alarm?.state === 'active';

/** A naive list: everything, sorted at each look. */
class NaiveList {
  readonly alarms = new Map<string, Alarm>();
  readonly #sort: AlarmSort;

  constructor(sort: AlarmSort) {
    this.#sort = sort;
  }

  /** The next life of an alarm: raised, changed, cleared, and there again. */
  change(n: number): Pick<AlarmChange, 'alarm' | 'before'> {
    const before = this.alarms.get(anAlarm(n, 0).id);
    const alarm = anAlarm(n, (before?.version ?? 0) + 1);
    this.alarms.set(alarm.id, alarm);
    return { alarm, ...(before === undefined ? {} : { before }) };
  }

  first(limit: number): Alarm[] {
    return [...this.alarms.values()].filter(matches).sort(orderOf(this.#sort)).slice(0, limit);
  }
}

test.each(alarmSorts)('by %s shows what sorting everything and taking the first would', (sort) => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.integer({ min: 0, max: 4 }),
      fc.array(fc.integer({ min: 0, max: 24 }), { maxLength: 30 }),
      fc.array(fc.array(fc.integer({ min: 0, max: 24 }), { maxLength: 5 }), { maxLength: 60 }),
      (limit, margin, known, batches) => {
        const list = new NaiveList(sort);
        for (const n of known) list.change(n);
        const window = new LiveWindow(orderOf(sort), limit, margin);
        const read = () => window.load(list.first(window.wanted), list.first(1000).length);
        read();
        const client = new Map<string, Alarm>();
        const tell = () => {
          for (const { op, alarm } of window.steps()) {
            expect(alarm).toBe(list.alarms.get(alarm.id));
            if (op === 'remove') expect(client.delete(alarm.id)).toBe(true);
            else client.set(alarm.id, alarm);
          }
        };
        tell();
        for (const batch of batches) {
          for (const n of batch) {
            const { alarm, before } = list.change(n);
            window.take({ alarm, was: matches(before), is: matches(alarm) });
          }
          if (window.isShort) read();
          tell();
          expect([...client.values()].sort(orderOf(sort))).toEqual(list.first(limit));
          expect(window.alarms).toEqual(list.first(limit));
          expect(window.total).toBe(list.first(1000).length);
        }
      },
    ),
    { numRuns: 300 },
  );
});
