import type { Random } from '../random.js';
import type { PlacePlan } from './network-plan.js';

const HUB_NES = { least: 4, most: 14 } as const;
const HUBS_PER_SUBNET = 5;
const HUBS_PER_ROUTER = 2;
/** How many eNodeBs stand at one site: mostly one. */
const SITE_SIZES = [1, 1, 1, 1, 2, 2, 3, 4] as const;
const TWO_HUBS_PROBABILITY = 0.15;

/** Where each of so many eNodeBs stands: sites behind hubs, hubs in subnets; a site is behind one hub. */
export function planPlaces(nes: number, random: Random): readonly PlacePlan[] {
  const places: PlacePlan[] = [];
  let site = 0;
  for (let hub = 1; places.length < nes; hub += 1) {
    const end = Math.min(nes, places.length + random.whole(HUB_NES.least, HUB_NES.most));
    while (places.length < end) {
      site += 1;
      const size = Math.min(random.pick(SITE_SIZES), end - places.length);
      for (let one = 0; one < size; one += 1) places.push(planPlace(site, hub, random));
    }
  }
  return places;
}

/** A second hub is the one before, so that there always is one. */
function planPlace(site: number, hub: number, random: Random): PlacePlan {
  const hasTwoHubs = random.chance(TWO_HUBS_PROBABILITY) && hub > 1;
  return {
    site: `Site=${site}`,
    subnet: `Subnet=${Math.ceil(hub / HUBS_PER_SUBNET)}`,
    hubs: hasTwoHubs ? [`Hub=${hub}`, `Hub=${hub - 1}`] : [`Hub=${hub}`],
    router: `Router=${Math.ceil(hub / HUBS_PER_ROUTER)}`,
  };
}
