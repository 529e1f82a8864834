import { isIP } from 'node:net';
import type { Actor, CommandResult, NetworkElement, Refusal, Scope } from '@omc/alarm';
import type { LinkStatus } from '@omc/southbound';
import { linkFilesOf } from './configuration/link-files.js';
import { isOwnListener } from './configuration/own-listeners.js';
import type { Omc } from './omc.js';

/** Registers, changes and removes NEs: in the writer first, then at the links. */
export class NeRegistry {
  readonly #omc: Omc;

  constructor(omc: Omc) {
    this.#omc = omc;
  }

  /** Every NE that whoever asks may see, by id. */
  list(scope: Scope): NetworkElement[] {
    const visible = [...this.#omc.writer.nes.values()].filter(({ id }) =>
      this.#omc.office.includes(scope, id),
    );
    return visible.sort((a, b) => (a.id < b.id ? -1 : 1));
  }

  /** An NE; undefined where it is not registered, or whoever asks may not see it. */
  find(id: string, scope: Scope): NetworkElement | undefined {
    return this.#omc.office.includes(scope, id) ? this.#omc.writer.nes.get(id) : undefined;
  }

  /** How an NE is reached just now; undefined where nothing supervises it. */
  statusOf(id: string): LinkStatus | undefined {
    return this.#omc.links.statusOf(id) ?? this.#omc.agents.statusOf(id);
  }

  /** Asks an NE for all its faults; false where it cannot be asked just now. */
  async sync(id: string, actor: Actor): Promise<boolean> {
    if (!this.#omc.links.sync(id) && !this.#omc.agents.sync(id)) return false;
    await this.#omc.audit.add(actor, 'sync-ne', `NE ${id}`, null, null);
    return true;
  }

  async add(ne: NetworkElement, actor: Actor): Promise<CommandResult> {
    const refusal = this.#refusalOf(ne);
    if (refusal !== undefined) return refusal;
    const result = await this.#omc.do({ kind: 'add-ne', ne, by: actor.user }, actor);
    if (result.refused === undefined) {
      this.#omc.links.add(ne);
      this.#omc.agents.add(ne);
    }
    return result;
  }

  async change(ne: NetworkElement, actor: Actor): Promise<CommandResult> {
    const refusal = this.#refusalOf(ne);
    if (refusal !== undefined) return refusal;
    const result = await this.#omc.do({ kind: 'change-ne', ne, by: actor.user }, actor);
    if (result.refused === undefined) {
      this.#omc.links.change(ne);
      this.#omc.agents.change(ne);
    }
    return result;
  }

  async remove(id: string, actor: Actor): Promise<CommandResult> {
    const result = await this.#omc.do({ kind: 'remove-ne', id, by: actor.user }, actor);
    if (result.refused === undefined) {
      this.#omc.links.remove(id);
      this.#omc.agents.remove(id);
    }
    return result;
  }

  /** Where an NE may not be: outside the allowed networks, or at one of our own listeners. */
  #refusalOf({ host, port, tls }: NetworkElement): Refusal | undefined {
    const { OMC_NE_NETWORKS } = this.#omc.configuration;
    if (isIP(host) !== 0 && !OMC_NE_NETWORKS.allows(host))
      return { refused: 'invalid', field: 'host', reason: `${host} is not in the networks where NEs may be` };
    if (tls === true && linkFilesOf(this.#omc.configuration) === undefined)
      return {
        refused: 'invalid',
        field: 'tls',
        reason: 'the OMC has no certificates for links: OMC_LINK_CA',
      };
    const address = host === 'localhost' ? '127.0.0.1' : host;
    if (isOwnListener(address, port, this.#omc.configuration))
      return { refused: 'invalid', field: 'port', reason: `${host}:${port} is a listener of the OMC itself` };
    return undefined;
  }
}
