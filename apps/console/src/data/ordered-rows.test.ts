import type { AlarmResource } from '@omc/api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAlarm } from '../testing/an-alarm.js';
import { changeAlarms } from '../testing/change-alarms.js';
import type { AlarmRow } from './alarm-row.js';
import { newestFirst, type RowOrder, sortedRows } from './cause-order.js';
import { CauseRows } from './cause-rows.js';
import { OrderedRows } from './ordered-rows.js';

const byReports: RowOrder = { read: ({ reports }) => reports, descending: false };
const byNe: RowOrder = { read: ({ ne }) => ne, descending: true };
const row = (id: string, reports: number): AlarmRow => ({
  key: id,
  alarm: anAlarm(id, { reports }),
  below: null,
  symptoms: 0,
  gravest: null,
  unfolded: false,
});
const keysOf = (rows: OrderedRows) => rows.slice(0, rows.length).map(({ key }) => key);

test('rows stand in order, and each knows its place', () => {
  const rows = new OrderedRows();
  rows.sortBy(byReports);
  rows.fill([row('c', 3), row('a', 1), row('b', 2)]);
  expect(keysOf(rows)).toEqual(['a', 'b', 'c']);
  expect(rows.placeOf('b')).toBe(1);
  expect(rows.at(2)?.key).toBe('c');
  expect(rows.placeOf('gone')).toBeUndefined();
});

test('a row that changes goes where it now belongs', () => {
  const rows = new OrderedRows();
  rows.sortBy(byReports);
  rows.fill([row('a', 1), row('b', 2), row('c', 3)]);
  rows.follow({ add: [row('d', 4)], update: [row('a', 9)], remove: [row('b', 2)] });
  expect(keysOf(rows)).toEqual(['c', 'd', 'a']);
});

test('what follows the changes stands as if it were sorted anew, symptoms below their roots', () => {
  const ids = ['a', 'b', 'c', 'd', 'e', 'f'];
  const alarm = fc
    .record({
      id: fc.constantFrom(...ids),
      reports: fc.integer({ min: 1, max: 4 }),
      ne: fc.constantFrom('eNB-1', 'eNB-2'),
      rootId: fc.option(fc.constantFrom(...ids)),
    })
    .map(({ id, reports, ne, rootId }) =>
      anAlarm(id, {
        reports,
        ne,
        correlation:
          rootId === null || rootId === id
            ? { role: 'root', rootIds: [], rule: null }
            : { role: 'symptom', rootIds: [rootId], rule: 'requires' },
      }),
    );
  const step = fc.oneof(
    fc.record({ put: fc.uniqueArray(alarm, { selector: ({ id }) => id, maxLength: 4 }) }),
    fc.record({ drop: fc.constantFrom(...ids) }),
    fc.record({ unfold: fc.constantFrom(...ids) }),
    fc.constantFrom({ order: byReports }, { order: byNe }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const laidOut = new CauseRows('causes');
      const rows = new OrderedRows();
      const alarms = new Map<string, AlarmResource>();
      let order = newestFirst;
      for (const one of steps) {
        if ('order' in one) {
          order = one.order;
          rows.sortBy(order);
        }
        if ('unfold' in one) rows.follow(laidOut.unfold(one.unfold, true));
        if ('put' in one || 'drop' in one) rows.follow(laidOut.follow(changeAlarms(alarms, one)));
        const anew = sortedRows(laidOut.rows(), order);
        expect(keysOf(rows)).toEqual(anew.map(({ key }) => key));
        for (const [place, { key }] of anew.entries()) expect(rows.placeOf(key)).toBe(place);
      }
    }),
    { seed: 20261129, numRuns: 500 },
  );
});
