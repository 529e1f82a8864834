import type { ElementPlan } from '../network/network-plan.js';
import type { Random } from '../random.js';
import type { ConditionKind } from './condition.js';
import type { DisturbanceKind } from './disturbance-kind.js';
import { sectorsOf } from './sectors-of.js';
import { lasting } from './step.js';

type Choice = (element: ElementPlan, random: Random) => string;

const somePort: Choice = (element, random) => random.pick(sectorsOf(element)).irPort;
const someRru: Choice = (element, random) => random.pick(random.pick(sectorsOf(element)).chain).object;
const someRruPort: Choice = (element, random) => random.pick(random.pick(sectorsOf(element)).chain).nextPort;
const someChannel: Choice = (element, random) => {
  const channels = sectorsOf(element).flatMap(({ chain }) => chain.flatMap(({ txChannels }) => txChannels));
  return channels.length === 0 ? 'Rru=0-60-0,TxChannel=0' : random.pick(channels);
};
const someCell: Choice = (element, random) => random.pick(sectorsOf(element)).cell;

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
