import { Random } from '../random.js';
import { addressOf } from './address-of.js';
import type { ElementPlan, NetworkPlan, NetworkSettings, PeerLinkPlan } from './network-plan.js';
import { planNeighbours } from './plan-neighbours.js';
import { planSectors } from './plan-sectors.js';

const FIRST_ID = 100_001;
const MMES = 2;
const TRAP_EVERY = 10;
const TRAP_TYPES = [26122, 26122, 25952, 26529] as const;

/** Generates a network: always the same for the same settings. Throws RangeError where addresses run out. */
export function planNetwork(settings: NetworkSettings): NetworkPlan {
  const random = new Random(settings.seed);
  const neighbours = planNeighbours(settings.nes, random.fork());
  const trapOffset = random.whole(0, TRAP_EVERY - 1);
  const elements = neighbours.map((peers, index): ElementPlan => {
    const own = random.fork();
    return {
      index,
      id: `eNB-${FIRST_ID + index}`,
      host: addressOf(settings.base, index + 1),
      port: settings.port,
      sectors: planSectors(settings.cells, own),
      mmeLinks: Array.from({ length: MMES }, (_, mme) => mmeLinkOf(mme)),
      peerLinks: peers.map(peerLinkOf),
      controlPlane: 'ControlPlane=0',
      userPlanePath: 'UserPlanePath=1',
      satelliteCard: 'SatelliteCard=0',
      trapTypes: index % TRAP_EVERY === trapOffset ? [own.pick(TRAP_TYPES)] : [],
    };
  });
  return { elements };
}

function mmeLinkOf(mme: number) {
  return { sctpLink: `SctpLink=${mme}`, s1Interface: `S1Interface=${mme}` };
}

function peerLinkOf(neighbour: number, place: number): PeerLinkPlan {
  return { sctpLink: `SctpLink=${MMES + place}`, x2Interface: `X2Interface=${place}`, neighbour };
}
