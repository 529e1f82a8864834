import type { AlarmResource } from '@omc/api';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anAlarm } from '../testing/an-alarm.js';
import { changeAlarms } from '../testing/change-alarms.js';
import { type AlarmRow, isOrphan } from './alarm-row.js';
import type { RowDelta } from './alarm-rows.js';
import { sortedRows } from './cause-order.js';
import { CauseRows } from './cause-rows.js';

const root = (id: string, change: Partial<AlarmResource> = {}) =>
  anAlarm(id, { correlation: { role: 'root', rootIds: [], rule: null }, ...change });
const symptom = (id: string, rootIds: string[], change: Partial<AlarmResource> = {}) =>
  anAlarm(id, { correlation: { role: 'symptom', rootIds, rule: 'requires' }, ...change });
const arrive = (rows: CauseRows, ...alarms: AlarmResource[]) =>
  rows.follow({ add: alarms, update: [], remove: [] });
const keys = (rows: readonly AlarmRow[]) => rows.map(({ key }) => key).sort();
const keysOf = ({ add, update, remove }: RowDelta<AlarmRow>) => ({
  add: keys(add),
  update: keys(update),
  remove: keys(remove),
});

test('a symptom is folded below its root, which counts it and says how grave it is', () => {
  const rows = new CauseRows('causes');
  arrive(
    rows,
    root('r', { severity: 'minor' }),
    symptom('s', ['r'], { severity: 'critical' }),
    anAlarm('alone'),
  );
  expect(keys(rows.rows())).toEqual(['alone', 'r']);
  expect(rows.rows().find(({ key }) => key === 'r')).toMatchObject({ symptoms: 1, gravest: 'critical' });
});

test('a root that is unfolded shows its symptoms, and hides them when it is folded again', () => {
  const rows = new CauseRows('causes');
  arrive(rows, root('r'), symptom('s', ['r']));
  expect(keysOf(rows.unfold('r', true))).toEqual({ add: ['r/s'], update: ['r'], remove: [] });
  expect(keysOf(rows.unfold('r', false))).toEqual({ add: [], update: ['r'], remove: ['r/s'] });
});

test('a symptom of two roots stands below each', () => {
  const rows = new CauseRows('causes', new Set(['a', 'b']));
  arrive(rows, root('a'), root('b'), symptom('s', ['a', 'b']));
  expect(keys(rows.rows())).toEqual(['a', 'a/s', 'b', 'b/s']);
});

test('a symptom whose root is not in the list stands at the top, until its root comes', () => {
  const rows = new CauseRows('causes');
  arrive(rows, symptom('s', ['r']));
  expect(rows.rows().map(isOrphan)).toEqual([true]);
  expect(keysOf(arrive(rows, root('r')))).toEqual({ add: ['r'], update: [], remove: ['s'] });
});

test('symptoms come back to the top when their root clears', () => {
  const rows = new CauseRows('causes');
  arrive(rows, root('r'), symptom('s', ['r']), symptom('t', ['r']));
  const cleared = rows.follow({ add: [], update: [], remove: [root('r')] });
  expect(keysOf(cleared)).toEqual({ add: ['s', 't'], update: [], remove: ['r'] });
});

test('a symptom below what is itself a symptom stands at the top', () => {
  const rows = new CauseRows('causes');
  arrive(rows, symptom('a', ['b']), symptom('b', ['a']));
  expect(keys(rows.rows())).toEqual(['a', 'b']);
});

test('a change of a folded symptom touches no row but its roots, and not even that if it counts the same', () => {
  const rows = new CauseRows('causes');
  arrive(rows, root('r'), symptom('s', ['r']));
  const same = rows.follow({ add: [], update: [symptom('s', ['r'], { reports: 2 })], remove: [] });
  expect(keysOf(same)).toEqual({ add: [], update: [], remove: [] });
  const graver = rows.follow({
    add: [],
    update: [symptom('s', ['r'], { severity: 'critical' })],
    remove: [],
  });
  expect(keysOf(graver)).toEqual({ add: [], update: ['r'], remove: [] });
});

test('what stands below a root is redrawn with it, since it is sorted with it', () => {
  const rows = new CauseRows('causes', new Set(['r']));
  arrive(rows, root('r'), symptom('s', ['r']));
  const changed = rows.follow({ add: [], update: [root('r', { severity: 'critical' })], remove: [] });
  expect(keysOf(changed)).toEqual({ add: [], update: ['r', 'r/s'], remove: [] });
});

test('a flat list has every alarm once', () => {
  const rows = new CauseRows('flat', new Set(['r']));
  arrive(rows, root('r'), symptom('s', ['r']));
  expect(keys(rows.rows())).toEqual(['r', 's']);
});

test('an alarm that is folded away names the root to unfold', () => {
  const rows = new CauseRows('causes');
  arrive(rows, root('r'), symptom('s', ['r']));
  expect(rows.hiddenBelow('s')).toBe('r');
  rows.unfold('r', true);
  expect(rows.hiddenBelow('s')).toBe(null);
  expect(rows.keyOf('s')).toBe('r/s');
});

test('symptoms keep the place of their root, however the list is sorted', () => {
  const rows = new CauseRows('causes', new Set(['b', 'c']));
  arrive(
    rows,
    root('a', { severity: 'major', ne: 'eNB-3' }),
    root('b', { severity: 'minor', ne: 'eNB-1' }),
    symptom('s', ['b'], { severity: 'critical', ne: 'eNB-5' }),
    symptom('t', ['b'], { severity: 'warning', ne: 'eNB-9' }),
    root('c', { severity: 'minor', ne: 'eNB-1' }),
    symptom('u', ['c'], { severity: 'critical', ne: 'eNB-2' }),
  );
  const sorted = (descending: boolean) =>
    sortedRows(rows.rows(), { read: ({ ne }) => ne, descending }).map(({ key }) => key);
  expect(sorted(false)).toEqual(['b', 'b/s', 'b/t', 'c', 'c/u', 'a']);
  expect(sorted(true)).toEqual(['a', 'b', 'b/t', 'b/s', 'c', 'c/u']);
});

test('a table that follows the changes has the rows that a list laid out anew would have', () => {
  const ids = ['a', 'b', 'c', 'd', 'e'];
  const id = fc.constantFrom(...ids);
  const alarm = fc
    .record({
      id,
      role: fc.constantFrom('root', 'symptom', 'standalone'),
      roots: fc.uniqueArray(id, { minLength: 1, maxLength: 2 }),
      severity: fc.constantFrom('critical', 'minor'),
    })
    .map(({ id: own, role, roots, severity }) =>
      anAlarm(own, {
        severity: severity as AlarmResource['severity'],
        correlation: {
          role: role as AlarmResource['correlation']['role'],
          rootIds: role === 'symptom' ? roots.filter((other) => other !== own) : [],
          rule: null,
        },
      }),
    );
  const step = fc.oneof(
    fc.record({ put: fc.uniqueArray(alarm, { selector: (one) => one.id, maxLength: 4 }) }),
    fc.record({ drop: id }),
    fc.record({ fold: id, open: fc.boolean() }),
  );
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), fc.constantFrom('causes', 'flat'), (steps, layout) => {
      const alarms = new Map<string, AlarmResource>();
      const unfolded = new Set<string>();
      const rows = new CauseRows(layout as 'causes' | 'flat');
      const table = new Map<string, AlarmRow>();
      for (const one of steps) {
        if ('fold' in one) unfolded[one.open ? 'add' : 'delete'](one.fold);
        applyTo(
          table,
          'fold' in one ? rows.unfold(one.fold, one.open) : rows.follow(changeAlarms(alarms, one)),
        );
        expect(byKey([...table.values()])).toEqual(byKey(laidOutAnew(alarms, unfolded, layout)));
      }
    }),
    { seed: 20261123, numRuns: 500 },
  );
});

const byKey = (rows: readonly AlarmRow[]) => [...rows].sort((a, b) => (a.key < b.key ? -1 : 1));

/** The naive model: every row from scratch. */
function laidOutAnew(
  alarms: ReadonlyMap<string, AlarmResource>,
  unfolded: ReadonlySet<string>,
  layout: string,
): AlarmRow[] {
  const all = [...alarms.values()];
  const isSymptom = ({ correlation }: AlarmResource) => correlation.role === 'symptom';
  return all.flatMap((alarm): AlarmRow[] => {
    const symptoms = isSymptom(alarm)
      ? []
      : all.filter((other) => isSymptom(other) && other.correlation.rootIds.includes(alarm.id));
    const graveness = ['critical', 'minor'] as const;
    const row = {
      alarm,
      symptoms: symptoms.length,
      gravest: graveness.find((one) => symptoms.some(({ severity }) => severity === one)) ?? null,
      unfolded: layout === 'causes' && symptoms.length > 0 && unfolded.has(alarm.id),
    };
    const roots = all.filter((other) => !isSymptom(other) && alarm.correlation.rootIds.includes(other.id));
    if (layout === 'flat' || !isSymptom(alarm) || roots.length === 0)
      return [{ ...row, key: alarm.id, below: null }];
    return roots
      .filter(({ id }) => unfolded.has(id))
      .map((below) => ({ ...row, key: `${below.id}/${alarm.id}`, below }));
  });
}

/** What a table does with a delta; it refuses what a real one would. */
function applyTo(table: Map<string, AlarmRow>, { add, update, remove }: RowDelta<AlarmRow>): void {
  for (const { key } of remove) expect(table.delete(key)).toBe(true);
  for (const row of add) {
    expect(table.has(row.key)).toBe(false);
    table.set(row.key, row);
  }
  for (const row of update) {
    expect(table.has(row.key)).toBe(true);
    table.set(row.key, row);
  }
}
