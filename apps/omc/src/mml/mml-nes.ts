import { type Actor, type NetworkElement, topologyOf } from '@omc/alarm';
import type { BackendRefusal, BackendResult, ListedNe, ShownNe } from '@omc/mml';
import { NeRegistry } from '../ne-registry.js';
import type { Omc } from '../omc.js';
import { resultOf } from './results.js';

/** NEs as MML asks for them. */
export class MmlNes {
  readonly #omc: Omc;
  readonly #actor: Actor;
  readonly #registry: NeRegistry;

  constructor(omc: Omc, actor: Actor) {
    this.#omc = omc;
    this.#actor = actor;
    this.#registry = new NeRegistry(omc);
  }

  list({ ne }: { readonly ne?: string }): BackendResult<readonly ListedNe[]> {
    const value = this.#registry
      .list(this.#actor.scope)
      .filter(({ id }) => ne === undefined || id === ne)
      .map((known) => this.#listed(known));
    return { ok: true, value };
  }

  read(id: string): BackendResult<ShownNe> {
    const ne = this.#registry.find(id, this.#actor.scope);
    return ne === undefined ? notRegistered(id) : { ok: true, value: this.#shown(ne) };
  }

  async sync(id: string): Promise<BackendResult<void>> {
    if (this.#registry.find(id, this.#actor.scope) === undefined) return notRegistered(id);
    if (await this.#registry.sync(id, this.#actor)) return { ok: true, value: undefined };
    return { ok: false, refused: 'conflict', field: 'ne', reason: `NE ${id} is not connected` };
  }

  async add(ne: NetworkElement): Promise<BackendResult<void>> {
    return resultOf(await this.#registry.add(ne, this.#actor));
  }

  async remove(id: string): Promise<BackendResult<void>> {
    return resultOf(await this.#registry.remove(id, this.#actor));
  }

  #shown(ne: NetworkElement): ShownNe {
    const known = this.#omc.writer.topologies.of(ne.id);
    return {
      ...this.#listed(ne),
      site: known?.site ?? null,
      subnet: known?.subnet ?? null,
      objects: known === undefined ? null : topologyOf(known).objects.length,
    };
  }

  #listed(ne: NetworkElement): ListedNe {
    const status = this.#registry.statusOf(ne.id);
    return {
      ...ne,
      link: {
        state: status?.state ?? 'none',
        lastHandshakeAt: status?.lastHandshakeAt ?? null,
        misses: status?.misses ?? 0,
        clockOffsetMs: status?.clockOffsetMs ?? null,
        reason: status?.reason ?? null,
      },
    };
  }
}

function notRegistered(id: string): BackendRefusal {
  return { ok: false, refused: 'not-found', field: 'ne', reason: `NE ${id} is not registered` };
}
