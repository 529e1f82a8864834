import type { Alarm } from '@omc/alarm';
import type { TruthRecord } from '@omc/simulator';
import type { ActiveAlarms } from './play-course.js';

/** How right the roles of a course are, in alarms. */
export interface Verdict {
  /** Alarms that are there in truth and at the OMC. */
  readonly both: number;
  /** True ones that the OMC does not have, and ones of its own that are not true. */
  readonly missing: number;
  readonly extra: number;
  readonly symptoms: Hits;
  readonly roots: Hits;
  /** Symptoms with just the roots that they have in truth. */
  readonly exactRoots: number;
  /** What was found otherwise than it is, to be looked at. */
  readonly wrong: readonly string[];
}

/** Said and so, said and not so, so and not said. */
export interface Hits {
  readonly right: number;
  readonly wrong: number;
  readonly missed: number;
}

/** Derived from numbers of alarms, which no physics knows. */
const NOT_JUDGED = new Set([90001, 90004]);

/** Holds the roles that an OMC found at an instant against the truth. */
export function judgeRoles(truth: readonly TruthRecord[], active: ActiveAlarms, at: number): Verdict {
  const names = new Map([...active.values()].map((alarm) => [alarm.id, nameOf(alarm)]));
  const found = new Map(
    [...active.values()]
      .filter(({ alarmId }) => !NOT_JUDGED.has(alarmId))
      .map((alarm) => [nameOf(alarm), alarm]),
  );
  const real = new Map(
    truth.filter((record) => isTrueAt(record, at)).map((record) => [nameOf(record), record]),
  );
  const wrong: string[] = [];
  const symptoms = { right: 0, wrong: 0, missed: 0 };
  const roots = { right: 0, wrong: 0, missed: 0 };
  let both = 0;
  let exactRoots = 0;
  for (const [name, { role, roots: trueRoots }] of real) {
    const alarm = found.get(name);
    if (alarm === undefined) {
      wrong.push(`${name} is missing`);
      continue;
    }
    both += 1;
    const isSymptom = alarm.correlation.role === 'symptom';
    tally(symptoms, isSymptom, role === 'symptom');
    tally(roots, !isSymptom, role === 'root');
    const said = alarm.correlation.rootIds
      .map((id) => names.get(id) ?? id)
      .sort()
      .join(', ');
    const is = role === 'symptom' ? trueRoots.map(nameOf).sort().join(', ') : '';
    if (said === is) exactRoots += role === 'symptom' ? 1 : 0;
    else wrong.push(`${name}: roots [${said}], in truth [${is}]`);
  }
  const extra = [...found.keys()].filter((name) => !real.has(name));
  wrong.push(...extra.map((name) => `${name} is not true`));
  return { both, missing: real.size - both, extra: extra.length, symptoms, roots, exactRoots, wrong };
}

/** Whether an OMC can know of a condition at an instant. */
export function isTrueAt({ from, until, heardFrom, alarmId }: TruthRecord, at: number): boolean {
  return (
    !NOT_JUDGED.has(alarmId) &&
    from <= at &&
    heardFrom !== null &&
    heardFrom <= at &&
    (until === null || until > at)
  );
}

function tally(hits: { right: number; wrong: number; missed: number }, said: boolean, is: boolean): void {
  if (said && is) hits.right += 1;
  else if (said) hits.wrong += 1;
  else if (is) hits.missed += 1;
}

/** What an alarm is called wherever it is found. */
export function nameOf({ ne, object, alarmId }: Pick<Alarm, 'ne' | 'object' | 'alarmId'>): string {
  return `${alarmId} on ${ne}//${object}`;
}
