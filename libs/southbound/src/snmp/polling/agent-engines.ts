import { BoundedMap } from '../usm/bounded-map.js';
import type { EngineTime } from '../usm/usm-crypt.js';

const MOST = 10_000;

/** The engine of an agent and its clock, as it said last. */
interface AgentEngine extends EngineTime {
  readonly heardAt: number;
}

/** Remembers the engines of the agents that are asked, which are authoritative for what they answer (RFC 3414 §1.5.1). */
export class AgentEngines {
  readonly #engines = new BoundedMap<AgentEngine>(MOST);
  readonly #now: () => number;

  constructor(now: () => number) {
    this.#now = now;
  }

  /** The engine at an address, its clock as it is by now; undefined where it is not known. */
  at(place: string): EngineTime | undefined {
    const known = this.#engines.get(place);
    if (known === undefined) return undefined;
    const { engineId, engineBoots, engineTime, heardAt } = known;
    const elapsed = Math.max(0, Math.floor((this.#now() - heardAt) / 1000));
    return { engineId, engineBoots, engineTime: engineTime + elapsed };
  }

  put(place: string, { engineId, engineBoots, engineTime }: EngineTime): void {
    const told = { engineId: Uint8Array.from(engineId), engineBoots, engineTime, heardAt: this.#now() };
    this.#engines.set(place, told);
  }

  forget(place: string): void {
    this.#engines.delete(place);
  }
}
