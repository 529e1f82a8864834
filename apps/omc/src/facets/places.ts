import { NETWORK, type Topologies } from '@omc/alarm';
import type { Whereabouts } from './facet-tally.js';

/** Says of NEs, and of what belongs to none, in which site and subnet they are, as things are now. */
export class Places {
  readonly #topologies: Topologies;
  readonly #ofNes = new Map<string, Whereabouts>();
  #known: { readonly sites: ReadonlySet<string>; readonly subnets: ReadonlySet<string> } | undefined;

  constructor(topologies: Topologies) {
    this.#topologies = topologies;
  }

  of(ne: string, object: string): Whereabouts {
    if (ne === NETWORK) return this.#ofNetwork(object);
    let place = this.#ofNes.get(ne);
    if (place === undefined) {
      place = this.#topologies.of(ne) ?? {};
      this.#ofNes.set(ne, place);
    }
    return place;
  }

  /** An object of the network is at a site or subnet where its name begins with it: `Subnet=1,AlarmType=25952`. */
  #ofNetwork(object: string): Whereabouts {
    this.#known ??= placesOf(this.#topologies);
    const { sites, subnets } = this.#known;
    const beginnings = beginningsOf(object);
    return {
      site: beginnings.find((name) => sites.has(name)),
      subnet: beginnings.find((name) => subnets.has(name)),
    };
  }
}

function placesOf(topologies: Topologies) {
  const [sites, subnets] = [new Set<string>(), new Set<string>()];
  for (const { site, subnet } of topologies.stored()) {
    if (site !== undefined) sites.add(site);
    if (subnet !== undefined) subnets.add(subnet);
  }
  return { sites, subnets };
}

/** An object's name and what it begins with, the longest first. */
function beginningsOf(object: string): string[] {
  const pairs = object.split(',');
  return pairs.map((_, cut) => pairs.slice(0, pairs.length - cut).join(','));
}
