import { NETWORK } from '@omc/alarm';
import type { NetworkPlan } from '../network/network-plan.js';
import { chooseTarget, type Target } from '../physics/choose-target.js';
import { faultFacts } from '../physics/fault-facts.js';
import type { FaultKind, PhysicalFault } from '../physics/physical-fault.js';
import { Random } from '../random.js';
import type { ReadScenario } from './read-scenario.js';
import type { ScenarioStep } from './scenario.js';
import { ScenarioError } from './scenario-error.js';

/** How many of the allowed objects an error names. */
const NAMED = 8;

/**
 * The faults of a scenario in its network, in order of time. What it leaves to chance follows from the seed. Throws
 * ScenarioError where a step names something that the network does not have.
 */
export function scenarioFaults(
  read: ReadScenario,
  plan: NetworkPlan,
  seed: number,
): readonly PhysicalFault[] {
  const random = new Random(seed);
  const faults: Omit<PhysicalFault, 'id'>[] = [];
  for (const [place, step] of read.scenario.steps.entries())
    for (let one = 0; one < step.count; one += 1) {
      const target = targetOf(step, plan, random);
      if (typeof target === 'string')
        throw new ScenarioError(
          `line ${read.lineOf(['steps', place, 'where'])}: steps[${place}].where: ${target}`,
        );
      faults.push(faultOf(step, target, random));
    }
  return faults
    .sort((one, other) => one.fromMs - other.fromMs)
    .map((fault, place) => ({ id: `F${place + 1}`, ...fault }));
}

function faultOf(step: ScenarioStep, target: Target, random: Random): Omit<PhysicalFault, 'id'> {
  const { at, fault: kind, within, vswrSwitch, battery } = step;
  const fromMs = Math.round((at + random.next() * within) * 1000);
  return {
    ...{ kind, ...target, fromMs, untilMs: fromMs + Math.round(lastsMs(step, random)) },
    ...(vswrSwitch !== undefined && { vswrSwitch }),
    ...(battery !== undefined && { batteryMs: battery * 1000 }),
  };
}

function lastsMs({ fault, lasts = [...faultFacts[fault].lasts] }: ScenarioStep, random: Random): number {
  if (lasts === 'forever') return Number.POSITIVE_INFINITY;
  if (typeof lasts === 'number') return lasts * 1000;
  const [least = 0, most = least] = lasts;
  return random.between(least, most) * 1000;
}

/** What a step strikes, or why that cannot be. */
function targetOf({ fault, where }: ScenarioStep, plan: NetworkPlan, random: Random): Target | string {
  if (typeof where === 'string') return namedTarget(fault, where, plan);
  return (
    chooseTarget(fault, plan, random, where) ?? `there is nothing in this part of the network for ${fault}`
  );
}

function namedTarget(kind: FaultKind, where: string, plan: NetworkPlan): Target | string {
  const at = where.indexOf('//');
  const [ne, object] = [where.slice(0, at), where.slice(at + 2)];
  const allowed = allowedOf(kind, ne, plan);
  if (typeof allowed === 'string') return allowed;
  if (allowed.includes(object)) return { ne, object };
  const some = allowed.slice(0, NAMED).map((one) => `${ne}//${one}`);
  const rest = allowed.length > NAMED ? ` and ${allowed.length - NAMED} more` : '';
  return `${kind} cannot befall ${where}, but ${some.join(', ')}${rest}`;
}

/** The objects of an NE, or of the network, that a fault can befall. */
function allowedOf(kind: FaultKind, ne: string, plan: NetworkPlan): readonly string[] | string {
  const { of, ofNetwork } = faultFacts[kind];
  if (ne === NETWORK) return ofNetwork?.(plan) ?? `${kind} is of an NE, not of the network`;
  const element = plan.elements.find(({ id }) => id === ne);
  const [first, last] = [plan.elements[0]?.id, plan.elements.at(-1)?.id];
  if (element === undefined) return `there is no NE ${ne}; there are ${first} to ${last}`;
  return of?.(element) ?? `${kind} is of the network, such as network//${ofNetwork?.(plan)[0]}`;
}
