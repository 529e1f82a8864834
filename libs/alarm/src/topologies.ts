import type { Topology } from './topology.js';

/**
 * The topology of an NE (or of `network`) as it is kept, in memory as in the database: as JSON. It is seldom looked
 * at, and as objects by the million it would take three times the room.
 */
export interface StoredTopology {
  readonly ne: string;
  /** How many had been put for the NE with this one. */
  readonly version: number;
  readonly site?: string;
  readonly subnet?: string;
  /** The topology as it was put. */
  readonly body: string;
}

/** What an NE and its objects require. */
export interface NeTopology {
  readonly ne: string;
  readonly topology: Topology;
}

/** A topology as it was put. */
export function topologyOf({ body }: StoredTopology): Topology {
  return JSON.parse(body) as Topology;
}

/** The topologies that are known, by NE. */
export class Topologies {
  readonly #byNe = new Map<string, StoredTopology>();

  constructor(stored: Iterable<StoredTopology>) {
    for (const known of stored) this.#byNe.set(known.ne, known);
  }

  of(ne: string): StoredTopology | undefined {
    return this.#byNe.get(ne);
  }

  /** All of them, each read when it is asked for. */
  *all(): Iterable<NeTopology> {
    for (const stored of this.#byNe.values()) yield { ne: stored.ne, topology: topologyOf(stored) };
  }

  /** All of them as they are kept. */
  stored(): Iterable<StoredTopology> {
    return this.#byNe.values();
  }

  /** Replaces the topology of an NE, and counts its version up. */
  put(ne: string, topology: Topology): StoredTopology {
    const { site, subnet } = topology;
    const stored = {
      ne,
      version: (this.#byNe.get(ne)?.version ?? 0) + 1,
      ...(site === undefined ? {} : { site }),
      ...(subnet === undefined ? {} : { subnet }),
      body: JSON.stringify(topology),
    };
    this.#byNe.set(ne, stored);
    return stored;
  }

  remove(ne: string): void {
    this.#byNe.delete(ne);
  }
}
