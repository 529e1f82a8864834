import { Random } from '../random.js';
import { addressOf } from './address-of.js';
import type { ElementPlan, MmeLinkPlan, NetworkPlan, NetworkSettings, PeerLinkPlan } from './network-plan.js';
import { planNeighbours } from './plan-neighbours.js';
import { planPlaces } from './plan-places.js';
import { planRadio } from './plan-radio.js';
import { type BareElement, topologyOf } from './topology-of.js';

const FIRST_ID = 100_001;
const LEAST_MMES = 3;
const NES_PER_MME = 1000;
/** MMEs that an eNodeB is connected to. */
const POOL_SIZES = [1, 2, 2, 3, 3, 4] as const;
const SECOND_GRID_PROBABILITY = 0.25;
const TRAP_EVERY = 10;
const TRAP_TYPES = [26122, 26122, 25952, 26529] as const;

/** Generates a network: always the same for the same settings. Throws RangeError where addresses run out. */
export function planNetwork(settings: NetworkSettings): NetworkPlan {
  const { nes, cells, seed, base, port } = settings;
  const random = new Random(seed);
  const neighbours = planNeighbours(nes, random.fork());
  const places = planPlaces(nes, random.fork());
  const trapOffset = random.whole(0, TRAP_EVERY - 1);
  const mmes = Array.from(
    { length: LEAST_MMES + Math.floor(nes / NES_PER_MME) },
    (_, one) => `Mme=${one + 1}`,
  );
  const elements = places.map((place, index): ElementPlan => {
    const own = random.fork();
    const mmeLinks = planMmeLinks(mmes, own);
    const bare: BareElement = {
      ...place,
      ...{ index, id: idOf(index), host: addressOf(base, index + 1), port },
      ...{ fronthaul: own.pick(['ir', 'cpri'] as const), hasSecondGrid: own.chance(SECOND_GRID_PROBABILITY) },
      ...planRadio(cells, own),
      mmeLinks,
      peerLinks: (neighbours[index] ?? []).map((peer, one) => peerLinkOf(peer, one, mmeLinks.length)),
      ...SINGLE_OBJECTS,
      trapTypes: index % TRAP_EVERY === trapOffset ? [own.pick(TRAP_TYPES)] : [],
    };
    return { ...bare, topology: topologyOf(bare, idOf) };
  });
  return { elements, mmes };
}

/** What every eNodeB has one of. */
const SINGLE_OBJECTS = {
  controlPlane: 'ControlPlane=0',
  userPlanePath: 'UserPlanePath=1',
  interface: 'Interface=1',
  satelliteCard: 'SatelliteCard=0',
  power: 'Power=0',
} as const;

function idOf(index: number): string {
  return `eNB-${FIRST_ID + index}`;
}

function planMmeLinks(mmes: readonly string[], random: Random): readonly MmeLinkPlan[] {
  const length = Math.min(random.pick(POOL_SIZES), mmes.length);
  const first = random.whole(0, mmes.length - 1);
  return Array.from({ length }, (_, one) => ({
    sctpLink: `SctpLink=${one}`,
    s1Interface: `S1Interface=${one}`,
    mme: mmes[(first + one) % mmes.length] as string,
  }));
}

function peerLinkOf(neighbour: number, place: number, mmeLinks: number): PeerLinkPlan {
  return { sctpLink: `SctpLink=${mmeLinks + place}`, x2Interface: `X2Interface=${place}`, neighbour };
}
