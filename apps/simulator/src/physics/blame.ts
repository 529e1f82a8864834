import { type Ailment, isBreaking } from './ailment.js';
import { classOf, isEquipment, rankOf } from './alarm-order.js';
import type { Consequence } from './consequence.js';
import type { Diagnosis } from './diagnosis.js';
import { isElsewhere } from './requirements.js';
import { type AlarmName, faultsElsewhere, rootsElsewhere } from './surroundings.js';

/** Why there is a fault. */
export interface Blame {
  /** Ids of the physical faults that cause it. */
  readonly causes: readonly string[];
  /** The alarms that stand for its root cause; itself where there is none. */
  readonly roots: readonly AlarmName[];
}

/** Types that tell of their object itself, not of what it requires. */
const OBSERVATIONS: readonly number[] = [
  ...[26_321, 26_323, 26_324, 26_231, 26_232, 26_234, 26_508, 26_504],
  ...[26_529, 26_122, 25_622, 90_010, 29_245],
];

/** Why an NE reports something, by nature, and which alarms stand for it. */
export function blameOf(fault: Consequence, diagnosis: Diagnosis): Blame {
  return { causes: [...causesOf(fault, diagnosis)].sort(), roots: rootsOf(fault, diagnosis) };
}

function causesOf({ object, alarmId }: Consequence, diagnosis: Diagnosis): ReadonlySet<string> {
  const own = diagnosis.ailmentsOf(object);
  if (alarmId === 29_245) return faultsIn(own.filter(({ kind }) => kind === 'cell-blocked'));
  if (OBSERVATIONS.includes(alarmId)) return faultsIn(own);
  const { around } = diagnosis.findings;
  const causes = [...diagnosis.causalReach(object)].flatMap((name) => [
    ...(isElsewhere(name) ? faultsElsewhere(name, around) : faultsIn(felt(name, diagnosis))),
  ]);
  return new Set(causes);
}

/** What breaks an object, or makes it worse where it works. */
function felt(object: string, diagnosis: Diagnosis): readonly Ailment[] {
  const all = diagnosis.ailmentsOf(object);
  return diagnosis.standing.working.has(object) ? all : all.filter(isBreaking);
}

function faultsIn(ailments: readonly Ailment[]): ReadonlySet<string> {
  return new Set(ailments.map(({ fault }) => fault));
}

/** An alarm that has no root but itself is one. */
function rootsOf(fault: Consequence, diagnosis: Diagnosis): readonly AlarmName[] {
  const self = { ne: diagnosis.findings.element.id, object: fault.object, alarmId: fault.alarmId };
  const before = strongerOnes(fault, diagnosis);
  const [first] = before;
  const roots = [
    ...(first === undefined ? [] : rootsOf(first, diagnosis)),
    ...(isFollower(fault, diagnosis) ? visibleRoots(fault.object, diagnosis) : []),
  ];
  return roots.length === 0 ? [self] : distinct(roots);
}

/** What is reported of the same object and comes before a fault, the strongest first. */
function strongerOnes({ object, alarmId }: Consequence, { visible }: Diagnosis): readonly Consequence[] {
  return [...visible.values()]
    .filter((other) => other.object === object && rankOf(other.alarmId) < rankOf(alarmId))
    .sort((one, other) => rankOf(one.alarmId) - rankOf(other.alarmId));
}

/** Whether what a fault's object requires can explain it. */
function isFollower({ object, alarmId, info }: Consequence, { told, findings }: Diagnosis): boolean {
  const failureClass = classOf(alarmId, info);
  if (failureClass !== 'degraded') return failureClass === 'down';
  const isOut = !told.working.has(object) || !isConnected(findings);
  return isOut || !isEquipment(alarmId);
}

function isConnected({ around, element }: Diagnosis['findings']): boolean {
  return around.linkRoots(element.id).length === 0;
}

/** The alarms on everything by which an object is out or impaired that are explained by nothing else. */
function visibleRoots(object: string, diagnosis: Diagnosis): readonly AlarmName[] {
  const { around, element, graph } = diagnosis.findings;
  const link = around.linkRoots(element.id);
  return [...diagnosis.visibleReach(object)].flatMap((name) => {
    if (isElsewhere(name)) return rootsElsewhere(name, around);
    const isBeneath = graph.beneath.has(name);
    return link.length > 0 && !isBeneath ? link : endsOn(name, object, diagnosis);
  });
}

/** The alarms on an object that are ends: the strongest that takes it out, and all that make it worse. */
function endsOn(name: string, start: string, diagnosis: Diagnosis): readonly AlarmName[] {
  const { told, visible, findings } = diagnosis;
  if (told.sound.has(name)) return [];
  const on = [...visible.values()].filter(({ object }) => object === name);
  const named = ({ alarmId }: Consequence) => ({ ne: findings.element.id, object: name, alarmId });
  if (told.working.has(name))
    return name === start
      ? []
      : on.filter(({ alarmId, info }) => classOf(alarmId, info) === 'degraded').map(named);
  // One of its groups has no working member: that explains it.
  if (diagnosis.visibleReach(name).size > 1) return [];
  return on
    .sort((one, other) => rankOf(one.alarmId) - rankOf(other.alarmId))
    .slice(0, 1)
    .map(named);
}

function distinct(names: readonly AlarmName[]): readonly AlarmName[] {
  const byName = new Map(names.map((name) => [`${name.ne}//${name.object} ${name.alarmId}`, name]));
  return [...byName].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, name]) => name);
}
