import type { Topology } from './topology.js';

/** The topology of an NE (or of `network`) as it was put last, and how many had been put by then. */
export interface NeTopology {
  readonly ne: string;
  readonly topology: Topology;
  readonly version: number;
}

/** The topologies that are known, by NE. */
export class Topologies {
  readonly #byNe = new Map<string, NeTopology>();

  constructor(stored: Iterable<NeTopology>) {
    for (const known of stored) this.#byNe.set(known.ne, known);
  }

  of(ne: string): NeTopology | undefined {
    return this.#byNe.get(ne);
  }

  all(): Iterable<NeTopology> {
    return this.#byNe.values();
  }

  /** Replaces the topology of an NE, and counts its version up. */
  put(ne: string, topology: Topology): NeTopology {
    const known = { ne, topology, version: (this.#byNe.get(ne)?.version ?? 0) + 1 };
    this.#byNe.set(ne, known);
    return known;
  }

  remove(ne: string): void {
    this.#byNe.delete(ne);
  }
}
