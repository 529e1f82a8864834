import { NETWORK } from '@omc/alarm';
import type { BranchShape, ElementPlan, NetworkPlan } from '../network/network-plan.js';
import type { Random } from '../random.js';
import { faultFacts } from './fault-facts.js';
import type { FaultKind } from './physical-fault.js';

/** Where a fault may strike; what is left out may be any. */
export interface Region {
  readonly ne?: string;
  readonly hub?: string;
  readonly site?: string;
  readonly branch?: BranchShape;
}

/** An object that a fault befalls: of an NE, or of the NE `network`. */
export interface Target {
  readonly ne: string;
  readonly object: string;
}

/** Attempts at NEs by chance before all are looked through. */
const TRIES = 30;

/** Something that a kind of fault can befall, by chance; undefined where the region has nothing of the kind. */
export function chooseTarget(
  kind: FaultKind,
  plan: NetworkPlan,
  random: Random,
  region: Region = {},
): Target | undefined {
  const { of, ofNetwork } = faultFacts[kind];
  if (ofNetwork !== undefined && (of === undefined || isPlaceOnly(region))) {
    const objects = ofNetwork(plan).filter((object) => isNamed(object, region));
    return objects.length === 0 ? undefined : { ne: NETWORK, object: random.pick(objects) };
  }
  const within = plan.elements.filter((element) => isWithin(element, region));
  if (of === undefined || within.length === 0) return undefined;
  const objectsOf = (element: ElementPlan) => of(element, region.branch);
  const element = findElement(within, (one) => objectsOf(one).length > 0, random);
  return element === undefined ? undefined : { ne: element.id, object: random.pick(objectsOf(element)) };
}

/** A whole site or hub is meant where no NE is named. */
function isPlaceOnly({ ne }: Region): boolean {
  return ne === undefined;
}

function isNamed(object: string, { hub, site }: Region): boolean {
  if (object.startsWith('Hub=')) return hub === undefined || object === hub;
  return !object.startsWith('Site=') || site === undefined || object === site;
}

function isWithin({ id, site, hubs }: ElementPlan, region: Region): boolean {
  return (
    (region.ne === undefined || region.ne === id) &&
    (region.site === undefined || region.site === site) &&
    (region.hub === undefined || hubs.includes(region.hub))
  );
}

function findElement(
  elements: readonly ElementPlan[],
  isFit: (element: ElementPlan) => boolean,
  random: Random,
): ElementPlan | undefined {
  for (let tried = 0; tried < TRIES; tried += 1) {
    const element = random.pick(elements);
    if (isFit(element)) return element;
  }
  const fit = elements.filter(isFit);
  return fit.length === 0 ? undefined : random.pick(fit);
}
