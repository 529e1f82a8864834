import { NETWORK } from '@omc/alarm';
import type { ElementPlan, NetworkPlan } from '../network/network-plan.js';
import type { Random } from '../random.js';
import type { AilmentKind } from './ailment.js';
import { otherEndOf } from './fibre-ends.js';
import type { FaultKind, PhysicalFault } from './physical-fault.js';
import { lasting, type Step } from './step.js';

/** Milliseconds that a flapping link is down or up at a stretch. */
const FLAP_MS = [300, 2500] as const;
const BATTERY_MS = 120_000;
/** How much longer one battery lasts than another. */
const BATTERY_SPREAD_MS = 30_000;
/** From the battery's last warning to silence. */
const LAST_GASP_MS = [3000, 8000] as const;
const BOOT_MS = [60_000, 120_000] as const;
/** Flapping that nobody ends is followed for so long. */
const LONGEST_FLAPPING_MS = 3_600_000;

/** Faults that make their object ail, and nothing else. */
const SIMPLE: Partial<Record<FaultKind, AilmentKind>> = {
  'light-weak': 'light-weak',
  'rru-dead': 'rru-dead',
  'sctp-path-lost': 'path-lost',
  'x2-refused': 'x2-refused',
  'user-plane-lost': 'user-plane-lost',
  'interface-down': 'interface-down',
  'ne-dead': 'dead',
  'management-lost': 'management-lost',
  'cell-blocked': 'cell-blocked',
  'cell-set-up-failed': 'cell-set-up-failed',
  'cell-blip': 'cell-blip',
  'satellites-lost': 'satellites-lost',
};

/** What a fault does to the network, from its beginning to its repair. Throws RangeError where there is no such NE. */
export function courseOf(fault: PhysicalFault, plan: NetworkPlan, random: Random): readonly Step[] {
  if (fault.kind === 'mains-failed') return mainsCourse(fault, plan, random);
  if (fault.ne === NETWORK) return networkCourse(fault);
  const element = plan.elements.find(({ id }) => id === fault.ne);
  if (element === undefined) throw new RangeError(`there is no NE ${fault.ne}`);
  if (fault.kind === 'sctp-flapping') return flappingCourse(fault, element, random);
  return ailing(fault, element).flatMap(({ kind, object }) =>
    lasting(element.index, { kind, object, fault: fault.id }, fault.fromMs, fault.untilMs),
  );
}

function networkCourse({ id: fault, object, fromMs, untilMs }: PhysicalFault): Step[] {
  const step = (at: number, present: boolean): Step => ({
    at,
    change: { kind: 'network', object, fault, present },
  });
  return [step(fromMs, true), ...(untilMs === Number.POSITIVE_INFINITY ? [] : [step(untilMs, false)])];
}

interface Ailing {
  readonly kind: AilmentKind;
  readonly object: string;
}

function ailing({ kind, object, vswrSwitch }: PhysicalFault, element: ElementPlan): readonly Ailing[] {
  const simple = SIMPLE[kind];
  if (simple !== undefined) return [{ kind: simple, object }];
  if (kind === 'vswr-high') return [{ kind: vswrSwitch === 'on' ? 'vswr-on' : 'vswr-off', object }];
  const otherEnd = otherEndOf(element, object);
  return [
    { kind: kind === 'module-pulled' ? 'module-out' : 'no-light', object },
    ...(otherEnd === undefined ? [] : [{ kind: 'no-light' as const, object: otherEnd }]),
  ];
}

function flappingCourse(fault: PhysicalFault, { index }: ElementPlan, random: Random): Step[] {
  const end = Math.min(fault.untilMs, fault.fromMs + LONGEST_FLAPPING_MS);
  const ailment = { kind: 'association-lost', object: fault.object, fault: fault.id } as const;
  const steps: Step[] = [];
  for (let at = fault.fromMs; at < end; at += random.between(...FLAP_MS)) {
    const up = Math.min(end, at + random.between(...FLAP_MS));
    steps.push(...lasting(index, ailment, at, up));
    at = up;
  }
  return steps;
}

/** Everybody at the site loses the mains; those without another grid go when their batteries are empty. */
function mainsCourse(fault: PhysicalFault, plan: NetworkPlan, random: Random): Step[] {
  const struck = plan.elements.filter(({ id, site }) =>
    fault.ne === NETWORK ? site === fault.object : id === fault.ne,
  );
  return struck.flatMap((element) => powerCourse(fault, element, random));
}

function powerCourse(
  { id: fault, fromMs, untilMs, batteryMs = BATTERY_MS }: PhysicalFault,
  { index, power: object, hasSecondGrid }: ElementPlan,
  random: Random,
): Step[] {
  const emptyAt = fromMs + batteryMs + random.between(0, BATTERY_SPREAD_MS);
  const deadAt = emptyAt + random.between(...LAST_GASP_MS);
  const backAt = untilMs + random.between(...BOOT_MS);
  return [
    ...lasting(index, { kind: 'mains-out', object, fault }, fromMs, untilMs),
    ...(hasSecondGrid || emptyAt >= untilMs
      ? []
      : lasting(index, { kind: 'battery-out', object, fault }, emptyAt, untilMs)),
    ...(hasSecondGrid || deadAt >= untilMs
      ? []
      : lasting(index, { kind: 'dead', object: '', fault }, deadAt, backAt)),
  ];
}
