import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Alarm } from '../alarm.js';
import type { Severity } from '../severity.js';
import { BY_TRAP } from '../testing/by-trap.js';
import { CELL, INTERFACE } from '../testing/test-catalogue.js';
import { TestOffice } from '../testing/test-office.js';
import type { Shelf, ShelfMatch } from './shelf.js';

// The same stories each time; they were tried with many other seeds.
fc.configureGlobal({ seed: 20261128 });

const NES = ['a', 'b'] as const;
const OBJECTS = ['', 'Cell=1', 'Cell=2'] as const;
const SEVERITIES: readonly Severity[] = ['critical', 'minor', 'warning'];
const SUBNETS = ['Subnet=1', 'Subnet=2', undefined] as const;
const MATCHES: readonly ShelfMatch[] = [
  { ne: 'a' },
  { ne: 'b', object: 'Cell=1' },
  { object: 'Cell=2' },
  { object: '' },
  { alarmId: [INTERFACE] },
  { alarmId: [CELL, INTERFACE], severity: ['minor'] },
  { severity: ['warning', 'critical'] },
  { subnet: 'Subnet=1' },
  { subnet: 'Subnet=2', alarmId: [CELL] },
];

const step = fc.record({
  after: fc.oneof(fc.nat({ max: 30 }), fc.nat({ max: 300 })),
  what: fc.oneof(
    { weight: 10, arbitrary: fc.constantFrom('fault', 'fault', 'ok') },
    { weight: 4, arbitrary: fc.constantFrom('shelve', 'shelve', 'end', 'extend', 'subnet') },
    { weight: 1, arbitrary: fc.constantFrom('restart', 'lose-ne') },
  ),
  ne: fc.constantFrom(...NES),
  object: fc.constantFrom(...OBJECTS),
  alarmId: fc.constantFrom(CELL, INTERFACE),
  severity: fc.constantFrom(...SEVERITIES),
  subnet: fc.constantFrom(...SUBNETS),
  match: fc.constantFrom(...MATCHES),
  choice: fc.nat({ max: 9 }),
  untilCleared: fc.boolean(),
});
type Step = typeof step extends fc.Arbitrary<infer Value> ? Value : never;

/** What shelves mean, looked up alarm by alarm and shelf by shelf at an instant, without memory. */
class NaiveShelves {
  readonly subnets = new Map<string, string | undefined>();

  constructor(readonly office: () => TestOffice) {}

  hides(shelf: Shelf, alarm: Alarm, now: number): boolean {
    const { ne, object, alarmId, severity, subnet } = shelf.match;
    const inForce = shelf.end === undefined && shelf.fromAt <= now && now < shelf.untilAt;
    if (!inForce || (ne ?? alarm.ne) !== alarm.ne || (object ?? alarm.object) !== alarm.object) return false;
    if (alarmId !== undefined && !alarmId.some((id) => id === alarm.alarmId)) return false;
    if (severity !== undefined && !severity.some((name) => name === alarm.severity)) return false;
    return subnet === undefined || this.subnets.get(alarm.ne) === subnet;
  }

  check(now: number): void {
    const { active, shelves, writer } = this.office();
    for (const alarm of active)
      expect([alarm.id, alarm.shelved]).toEqual([
        alarm.id,
        [...shelves.values()].some((shelf) => this.hides(shelf, alarm, now)),
      ]);
    for (const shelf of shelves.values()) {
      const hidden = active.filter((alarm) => this.hides(shelf, alarm, now));
      expect(writer.shelves.find(shelf.id)?.hides).toBe(hidden.length);
      if (shelf.end === undefined) expect(shelf.untilAt).toBeGreaterThan(now);
      if (!shelf.untilCleared || shelf.end !== undefined || shelf.fromAt > now) continue;
      const beganAt = Math.max(shelf.fromAt, shelf.createdAt);
      expect(hidden.filter(({ raisedAt }) => raisedAt <= beganAt)).not.toEqual([]);
    }
  }
}

/** Plays a story, and holds what is shelved after each step against the naive model. */
function play(story: readonly Step[]): void {
  let office = new TestOffice();
  let now = 1_000;
  let ids = 0;
  const naive = new NaiveShelves(() => office);
  for (const id of NES)
    office.at(now, { kind: 'add-ne', ne: { id, kind: 'snmp', host: '127.0.0.1', port: 1 }, by: 'test' });
  office.at(now, {
    kind: 'set-filter',
    filter: { alarmId: CELL, rule: { createWindow: 0.02, restoreWindow: 0.02 } },
    by: 'test',
  });
  for (const { after, what, ne, object, alarmId, severity, subnet, match, choice, untilCleared } of story) {
    now += after;
    const open = [...office.shelves.values()].filter(({ end }) => end === undefined);
    const some = open[choice % (open.length || 1)]?.id ?? '';
    switch (what) {
      case 'fault':
      case 'ok': {
        const report = { ne, object, alarmId, state: what, severity, at: now, arrivedAt: now };
        office.at(now, { kind: 'report', report, origin: BY_TRAP });
        break;
      }
      case 'shelve': {
        const fromAt = now + (choice % 3) * 40 - 40;
        const untilAt = now + 20 + choice * 30;
        const shelf = { id: `shelf-${++ids}`, match, fromAt, untilAt, untilCleared, reason: 'test' };
        office.at(now, { kind: 'add-shelf', shelf, by: 'li' });
        break;
      }
      case 'end':
        office.at(now, { kind: 'end-shelf', id: some, by: 'li' });
        break;
      case 'extend':
        office.at(now, { kind: 'change-shelf', id: some, change: { untilAt: now + 50 }, by: 'li' });
        break;
      case 'subnet':
        naive.subnets.set(ne, subnet);
        office.at(now, {
          kind: 'set-topology',
          ne,
          topology: { ...(subnet && { subnet }), objects: [] },
          by: 'test',
        });
        break;
      case 'restart':
        office = office.restarted();
        office.passTo(now);
        break;
      case 'lose-ne':
        naive.subnets.delete(ne);
        office.at(now, { kind: 'remove-ne', id: ne, by: 'test' });
        office.at(now, {
          kind: 'add-ne',
          ne: { id: ne, kind: 'snmp', host: '127.0.0.1', port: 1 },
          by: 'test',
        });
    }
    naive.check(now);
  }
}

describe('shelves, held against a look at every alarm and every shelf,', () => {
  it('hide what they should after each step of random stories', () => {
    fc.assert(fc.property(fc.array(step, { minLength: 2, maxLength: 50 }), play), { numRuns: 400 });
  });
});
