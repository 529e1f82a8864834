import { BlockList, isIP } from 'node:net';
import type { NetworkElement } from '@omc/alarm';
import { isLoopback } from './loopback.js';

/** Who sent a notification. */
export interface Sender {
  /** IPv4 addresses as such, also where they came over IPv6. */
  readonly address: string;
  /** Of v1 and v2c; a v3 user has proved who it is. */
  readonly community?: string;
}

/** Finds the NE that a notification is of, and says who may report for it. Kept in step with what is registered. */
export class NeDirectory {
  readonly #communities: ReadonlySet<string>;
  readonly #nes = new Map<string, NetworkElement>();
  readonly #byAddress = new Map<string, Set<string>>();
  readonly #networks = new Map<string, BlockList>();
  readonly #ownCommunities = new Map<string, number>();

  /** `communities`: accepted for every NE that names none of its own; `public` only ever from loopback. */
  constructor(communities: readonly string[]) {
    this.#communities = new Set(communities);
  }

  /** Registers an NE, or changes it. */
  put(ne: NetworkElement): void {
    this.remove(ne.id);
    this.#nes.set(ne.id, ne);
    for (const address of addressesOf(ne)) {
      const known = this.#byAddress.get(address) ?? new Set();
      this.#byAddress.set(address, known.add(ne.id));
    }
    const networks = networksOf(ne);
    if (networks !== undefined) this.#networks.set(ne.id, networks);
    this.#count(ne.snmp?.community, 1);
  }

  remove(id: string): void {
    const ne = this.#nes.get(id);
    if (ne === undefined) return;
    for (const address of addressesOf(ne)) {
      const known = this.#byAddress.get(address);
      known?.delete(id);
      if (known?.size === 0) this.#byAddress.delete(address);
    }
    this.#networks.delete(id);
    this.#count(ne.snmp?.community, -1);
    this.#nes.delete(id);
  }

  /** Whether a community is good for any NE at all. */
  accepts({ address, community = '' }: Sender): boolean {
    if (community === 'public' && !isLoopback(address)) return false;
    return this.#communities.has(community) || this.#ownCommunities.has(community);
  }

  /** The NE of the first candidate (an id or an address) that is one; without candidates the one at the sender's address. */
  find(candidates: readonly string[], { address }: Sender): { ne: string } | { reason: string } {
    const wanted = candidates.length === 0 ? [address] : candidates;
    for (const candidate of wanted) {
      if (this.#nes.has(candidate)) return { ne: candidate };
      const [ne, another] = this.#byAddress.get(candidate) ?? [];
      if (ne !== undefined && another === undefined) return { ne };
      if (ne !== undefined) return { reason: `several NEs are registered at ${candidate}` };
    }
    if (candidates.length === 0) return { reason: `no NE is registered at ${address}` };
    return { reason: `NE ${wanted.join(' or ').slice(0, 200)} is not registered` };
  }

  /** Why a sender may not report for an NE; undefined where it may. */
  refusal(id: string, { address, community }: Sender): string | undefined {
    if (community === undefined) return undefined;
    const ne = this.#nes.get(id);
    const own = ne?.snmp?.community;
    if (own === undefined ? !this.#communities.has(community) : own !== community)
      return `the community is not that of NE ${id}`;
    if (isLoopback(address) || this.#byAddress.get(address)?.has(id)) return undefined;
    const networks = this.#networks.get(id);
    if (networks?.check(address, isIP(address) === 6 ? 'ipv6' : 'ipv4')) return undefined;
    return `${address} may not report for NE ${id}`;
  }

  #count(community: string | undefined, by: number): void {
    if (community === undefined) return;
    const count = (this.#ownCommunities.get(community) ?? 0) + by;
    if (count > 0) this.#ownCommunities.set(community, count);
    else this.#ownCommunities.delete(community);
  }
}

function addressesOf({ host, snmp }: NetworkElement): string[] {
  return (snmp?.sources ?? [host]).filter((source) => isIP(source) !== 0);
}

function networksOf({ snmp }: NetworkElement): BlockList | undefined {
  const networks = (snmp?.sources ?? []).filter((source) => source.includes('/'));
  if (networks.length === 0) return undefined;
  const list = new BlockList();
  for (const network of networks) {
    const [address = '', bits] = network.split('/');
    list.addSubnet(address, Number(bits), isIP(address) === 6 ? 'ipv6' : 'ipv4');
  }
  return list;
}
