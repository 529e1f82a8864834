import type { AlarmResource, LiveChange } from '@omc/api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAlarm } from '../testing/an-alarm.js';
import { AlarmRows, type RowDelta } from './alarm-rows.js';

const upsert = (alarm: AlarmResource): LiveChange => ({ op: 'upsert', alarm });
const remove = (alarm: AlarmResource): LiveChange => ({ op: 'remove', alarm });
const ids = ({ add, update, remove: gone }: RowDelta) => ({
  add: add.map(({ id }) => id),
  update: update.map(({ id }) => id),
  remove: gone.map(({ id }) => id),
});

test('many changes of one alarm between two frames are one update with the last of them', () => {
  const rows = new AlarmRows();
  rows.apply([upsert(anAlarm('a'))]);
  rows.takeDelta();
  rows.apply([2, 3, 4].map((version) => upsert(anAlarm('a', { version }))));
  const delta = rows.takeDelta();
  expect(ids(delta)).toEqual({ add: [], update: ['a'], remove: [] });
  expect(delta.update[0]?.version).toBe(4);
});

test('an alarm that came and went between two frames is never shown', () => {
  const rows = new AlarmRows();
  rows.apply([upsert(anAlarm('a')), remove(anAlarm('a'))]);
  expect(ids(rows.takeDelta())).toEqual({ add: [], update: [], remove: [] });
});

test('a snapshot that goes on in parts drops at its end what it lacks', () => {
  const rows = new AlarmRows();
  rows.apply([upsert(anAlarm('old')), upsert(anAlarm('kept'))]);
  rows.takeDelta();
  rows.begin(false);
  rows.put([anAlarm('new')]);
  expect(ids(rows.takeDelta())).toEqual({ add: ['new'], update: [], remove: [] });
  rows.put([anAlarm('kept')]);
  rows.end();
  expect(ids(rows.takeDelta())).toEqual({ add: [], update: ['kept'], remove: ['old'] });
});

test('a snapshot of another view drops the old rows at its beginning', () => {
  const rows = new AlarmRows();
  rows.apply([upsert(anAlarm('old'))]);
  rows.takeDelta();
  rows.begin(true);
  expect(ids(rows.takeDelta())).toEqual({ add: [], update: [], remove: ['old'] });
});

test('a row that only left the window stays when it is to be kept', () => {
  const rows = new AlarmRows();
  rows.apply([upsert(anAlarm('a'))]);
  rows.apply([remove(anAlarm('a', { version: 2 }))], () => true);
  expect(rows.get('a')?.version).toBe(2);
});

test('rows are counted by severity', () => {
  const rows = new AlarmRows();
  rows.put([anAlarm('a', { severity: 'critical' }), anAlarm('b'), anAlarm('c')]);
  expect(rows.countBySeverity()).toEqual({ critical: 1, major: 2, minor: 0, warning: 0, indeterminate: 0 });
});

test('a table that follows the deltas always has the rows, whatever comes between them', () => {
  const alarm = fc.record({ id: fc.constantFrom('a', 'b', 'c', 'd'), version: fc.nat() });
  const step = fc.oneof(
    fc.record({ op: fc.constantFrom('upsert', 'remove'), alarm }),
    fc.constantFrom('frame', 'begin', 'clear', 'end'),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const rows = new AlarmRows();
      const table = new Map<string, number>();
      const frame = () => follow(table, rows.takeDelta());
      for (const one of steps) {
        if (one === 'frame') frame();
        else if (one === 'begin' || one === 'clear') rows.begin(one === 'clear');
        else if (one === 'end') rows.end();
        else if (typeof one === 'object')
          rows.apply([{ op: one.op as LiveChange['op'], alarm: anAlarm(one.alarm.id, one.alarm) }]);
      }
      frame();
      expect([...table].sort()).toEqual(
        ['a', 'b', 'c', 'd'].flatMap((id) => {
          const row = rows.get(id);
          return row ? [[id, row.version]] : [];
        }),
      );
    }),
    { seed: 20261123 },
  );
});

/** What a table does with a delta; it refuses what a real one would. */
function follow(table: Map<string, number>, { add, update, remove: gone }: RowDelta): void {
  for (const { id, version } of add) {
    expect(table.has(id)).toBe(false);
    table.set(id, version);
  }
  for (const { id, version } of update) {
    expect(table.has(id)).toBe(true);
    table.set(id, version);
  }
  for (const { id } of gone) expect(table.delete(id)).toBe(true);
}
