import { planNetwork, randomFaults, simulateFaults } from '@omc/simulator';
import { rounded } from '../measure/rounded.js';
import { Compression } from './compression.js';
import { judgeRoles } from './judge-roles.js';
import { playCourse } from './play-course.js';

const NES = 100;
/** Then everything has shown itself, and nothing happens. */
const JUDGED_AT_MS = 1_400_000;

/** How right the roles were over many courses of several faults each. */
export interface Accuracy {
  readonly scenarios: number;
  readonly alarms: number;
  readonly missing: number;
  readonly extra: number;
  readonly symptomPrecision: number;
  readonly symptomRecall: number;
  readonly rootPrecision: number;
  readonly rootRecall: number;
  /** Share of the true symptoms that have just their true roots. */
  readonly exactRoots: number;
  readonly longestBatchMs: number;
  /** Of each kind of fault: alarms that it alone caused, and how many causes an operator is shown for them. */
  readonly compression: Readonly<
    Record<string, { readonly alarms: number; readonly causes: number; readonly ratio: number }>
  >;
}

/** Plays courses of random faults and holds the roles against the truth; tells of what is found otherwise. */
export async function measureAccuracy(
  seeds: readonly number[],
  tell: (seed: number, wrong: string) => void,
): Promise<Accuracy> {
  const compression = new Compression();
  const sum = { both: 0, missing: 0, extra: 0, exact: 0, longestMs: 0 };
  const symptoms = { right: 0, wrong: 0, missed: 0 };
  const roots = { right: 0, wrong: 0, missed: 0 };
  for (const seed of seeds) {
    const plan = planNetwork({ nes: NES, cells: 6, seed, base: '127.0.0.0', port: 9001 });
    const faults = randomFaults(plan, seed, 2 + (seed % 5));
    const { happenings, truth } = simulateFaults(plan, faults, seed);
    const { active, longestMs } = await playCourse(plan, happenings, JUDGED_AT_MS);
    const verdict = judgeRoles(truth, active, JUDGED_AT_MS);
    for (const wrong of verdict.wrong) tell(seed, wrong);
    compression.add(faults, truth, active, JUDGED_AT_MS);
    sum.both += verdict.both;
    sum.missing += verdict.missing;
    sum.extra += verdict.extra;
    sum.exact += verdict.exactRoots;
    sum.longestMs = Math.max(sum.longestMs, longestMs);
    for (const kind of ['right', 'wrong', 'missed'] as const) {
      symptoms[kind] += verdict.symptoms[kind];
      roots[kind] += verdict.roots[kind];
    }
  }
  return {
    scenarios: seeds.length,
    alarms: sum.both,
    missing: sum.missing,
    extra: sum.extra,
    symptomPrecision: share(symptoms.right, symptoms.wrong),
    symptomRecall: share(symptoms.right, symptoms.missed),
    rootPrecision: share(roots.right, roots.wrong),
    rootRecall: share(roots.right, roots.missed),
    exactRoots: share(sum.exact, symptoms.right + symptoms.missed - sum.exact),
    longestBatchMs: rounded(sum.longestMs),
    compression: compression.perKind(),
  };
}

function share(right: number, not: number): number {
  return right + not === 0 ? 1 : Math.round((right / (right + not)) * 1e5) / 1e5;
}
