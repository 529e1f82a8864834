import type { ElementPlan } from '../network/network-plan.js';
import type { Random } from '../random.js';
import type { ConditionKind } from './condition.js';
import type { DisturbanceKind } from './disturbance-kind.js';
import { lasting } from './step.js';

type Choice = (element: ElementPlan, random: Random) => string;

const somePort: Choice = ({ sectors }, random) => random.pick(sectors).irPort;
const someRru: Choice = ({ sectors }, random) => random.pick(random.pick(sectors).chain).object;
const someRruPort: Choice = ({ sectors }, random) => random.pick(random.pick(sectors).chain).nextPort;
const someChannel: Choice = ({ sectors }, random) =>
  random.pick(random.pick(random.pick(sectors).chain).txChannels);
const someCell: Choice = ({ sectors }, random) => random.pick(sectors).cell;

/** Trouble with optics, radio units, antennas, the clock and single cells. */
export const radioDisturbances: readonly DisturbanceKind[] = [
  simple('a radio unit dies', 2, 'rru-dead', someRru, 40, 200),
  simple('a port of a radio unit goes bad', 1, 'rru-port-bad', someRruPort, 30, 120),
  simple('an optical module is pulled', 1, 'optics-out', somePort, 30, 150),
  simple('light gets weak', 1, 'optics-weak', somePort, 30, 300),
  simple('an antenna sends power back', 2, 'vswr-high', someChannel, 60, 300),
  simple('satellites are lost', 2, 'satellites-lost', ({ satelliteCard }) => satelliteCard, 30, 240),
  simple('a cell is gone for a moment', 5, 'cell-blip', someCell, 2, 8),
  simple('a cell cannot be set up', 1, 'cell-set-up-failed', someCell, 30, 150),
];

/** One condition of one object that lasts for a number of seconds between two bounds. */
function simple(
  name: string,
  weight: number,
  kind: ConditionKind,
  choose: Choice,
  leastSeconds: number,
  mostSeconds: number,
): DisturbanceKind {
  return {
    name,
    weight,
    strike: (element, _network, random) =>
      lasting(
        element.index,
        kind,
        choose(element, random),
        0,
        random.between(leastSeconds, mostSeconds) * 1000,
      ),
  };
}
