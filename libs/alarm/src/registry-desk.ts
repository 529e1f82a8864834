import type { BatchDraft } from './batch.js';
import type { Catalogue } from './catalogue.js';
import type { CommandResult, KeyChange, OperatorCommand, Refusal, ShelfCommand } from './commands.js';
import type { FilterRule, FilterScope } from './filter.js';
import type { FilterBook } from './filter-book.js';
import { refusalOfFaults, refusalOfFilter, refusalOfScope } from './filter-refusal.js';
import type { HoldOffDesk } from './hold-off-desk.js';
import type { LinkDesk } from './link-desk.js';
import { NETWORK } from './names.js';
import type { NetworkElement } from './ne.js';
import type { RoleDesk } from './role-desk.js';
import type { SupervisedKeys } from './supervised-keys.js';
import type { Topologies } from './topologies.js';
import { refusalOfTopology } from './topology-refusal.js';
import type { TypeSettings } from './type-settings.js';

type SetFilter = Extract<OperatorCommand, { kind: 'set-filter' }>;
type ChangeAlarmType = Extract<OperatorCommand, { kind: 'change-alarm-type' }>;
type RemoveNe = Extract<OperatorCommand, { kind: 'remove-ne' }>;
type SetTopology = Extract<OperatorCommand, { kind: 'set-topology' }>;

/** The books and desks that it changes. */
export interface RegistryParts {
  readonly filters: FilterBook;
  readonly topologies: Topologies;
  readonly keys: SupervisedKeys;
  readonly holdOff: HoldOffDesk;
  readonly links: LinkDesk;
  readonly roles: RoleDesk;
  readonly typeSettings: TypeSettings;
}

/** Does what operators ask for: NEs, topologies, filters and settings of alarm types. */
export class RegistryDesk {
  readonly nes = new Map<string, NetworkElement>();
  readonly #catalogue: Catalogue;
  readonly #filters: FilterBook;
  readonly #topologies: Topologies;
  readonly #keys: SupervisedKeys;
  readonly #holdOff: HoldOffDesk;
  readonly #links: LinkDesk;
  readonly #roles: RoleDesk;
  readonly #typeSettings: TypeSettings;

  constructor(catalogue: Catalogue, parts: RegistryParts) {
    this.#catalogue = catalogue;
    this.#filters = parts.filters;
    this.#topologies = parts.topologies;
    this.#keys = parts.keys;
    this.#holdOff = parts.holdOff;
    this.#links = parts.links;
    this.#roles = parts.roles;
    this.#typeSettings = parts.typeSettings;
  }

  /** Carries out one request of an operator at `now`. */
  do(command: Exclude<OperatorCommand, ShelfCommand>, now: number, draft: BatchDraft): CommandResult {
    switch (command.kind) {
      case 'set-filter':
        return this.#setFilter(command, now, draft);
      case 'remove-filter':
        return (
          this.#refusalOfRemoving(command.scope) ??
          this.#removeFilter(command.scope, command.history ?? [], now, draft)
        );
      case 'add-ne':
        return this.#addNe(command.ne, draft);
      case 'change-ne':
        return this.#changeNe(command.ne, draft);
      case 'remove-ne':
        return this.#removeNe(command, now, draft);
      case 'set-topology':
        return this.#setTopology(command, now, draft);
      case 'change-alarm-type':
        return this.#changeAlarmType(command, draft);
      case 'set-auto-acknowledgement':
        this.#typeSettings.autoAcknowledgement = command.setting;
        draft.registry.push({ kind: 'put-auto-acknowledgement', setting: command.setting, by: command.by });
        return {};
    }
  }

  #changeAlarmType({ alarmId, change, by }: ChangeAlarmType, draft: BatchDraft): CommandResult {
    if (!this.#catalogue.has(alarmId))
      return { refused: 'not-found', field: 'alarmId', reason: `type ${alarmId} is not in the catalogue` };
    const unknown = Object.keys(change.neSeverities ?? {}).find((ne) => !this.nes.has(ne));
    if (unknown !== undefined)
      return { refused: 'not-found', field: `neSeverities.${unknown}`, reason: 'is not a registered NE' };
    const setting = this.#typeSettings.change(alarmId, change);
    draft.registry.push({ kind: 'put-alarm-type', setting, by });
    return {};
  }

  #setFilter({ filter, by, history = [] }: SetFilter, now: number, draft: BatchDraft): CommandResult {
    const refusal = refusalOfFilter(this.#catalogue, this.#filters, filter);
    if (refusal !== undefined) return refusal;
    this.#holdOff.refilter(filter, () => this.#filters.put(filter), history, now, draft);
    draft.registry.push({ kind: 'put-filter', filter, by });
    this.#recordFilter(filter, filter.rule, now, draft);
    return {};
  }

  /** What is stored of a type that the catalogue has no longer can be removed. */
  #refusalOfRemoving(scope: FilterScope): Refusal | undefined {
    const refusal = refusalOfScope(this.#catalogue, scope);
    return refusal?.refused === 'not-found' ? undefined : refusal;
  }

  #removeFilter(
    scope: FilterScope,
    history: readonly KeyChange[],
    now: number,
    draft: BatchDraft,
  ): CommandResult {
    if (this.#filters.ruleOf(scope) === undefined)
      return { refused: 'not-found', reason: 'there is no stored filter of this scope' };
    const refusal = refusalOfFaults(scope, this.#filters.faultsOfRemoving(scope));
    if (refusal !== undefined) return refusal;
    this.#holdOff.refilter(scope, () => this.#filters.remove(scope), history, now, draft);
    draft.registry.push({ kind: 'delete-filter', scope });
    this.#recordFilter(scope, undefined, now, draft);
    return {};
  }

  #recordFilter(
    { alarmId, ne, object }: FilterScope,
    rule: FilterRule | undefined,
    at: number,
    draft: BatchDraft,
  ): void {
    draft.record({
      kind: 'filter',
      ne: ne ?? '',
      alarmId,
      at,
      ...(object === undefined ? {} : { object }),
      ...(rule === undefined ? {} : { rule }),
    });
  }

  #addNe(ne: NetworkElement, draft: BatchDraft): CommandResult {
    if (this.nes.has(ne.id))
      return { refused: 'conflict', field: 'id', reason: `NE ${ne.id} is registered already` };
    this.nes.set(ne.id, ne);
    this.#keys.addNe(ne.id, ne.kind === 'link');
    draft.registry.push({ kind: 'put-ne', ne });
    return {};
  }

  #changeNe(ne: NetworkElement, draft: BatchDraft): CommandResult {
    const before = this.nes.get(ne.id);
    if (before === undefined) return unknownNe(ne.id);
    if (before.kind !== ne.kind)
      return { refused: 'conflict', field: 'kind', reason: `NE ${ne.id} is registered as ${before.kind}` };
    this.nes.set(ne.id, ne);
    draft.registry.push({ kind: 'put-ne', ne });
    return {};
  }

  #removeNe({ id, by }: RemoveNe, now: number, draft: BatchDraft): CommandResult {
    const ne = this.#keys.nes.get(id);
    if (ne === undefined) return unknownNe(id);
    this.#holdOff.drop(ne, now, draft);
    this.#links.drop(ne, now, draft);
    this.#keys.nes.delete(id);
    this.nes.delete(id);
    this.#topologies.remove(id);
    this.#roles.setTopology(id, undefined, now, draft);
    // The most specific first, so that no removal leaves one behind that is no longer valid.
    for (const { filter: _, origin, ...scope } of this.#filters.list().reverse())
      if (origin === 'stored' && scope.ne === id) this.#removeFilter(scope, [], now, draft);
    for (const setting of this.#typeSettings.forgetNe(id))
      draft.registry.push({ kind: 'put-alarm-type', setting, by });
    draft.record({ kind: 'removed', ne: id, at: now });
    draft.registry.push({ kind: 'delete-ne', id });
    return {};
  }

  #setTopology({ ne, topology, by, ifVersion }: SetTopology, now: number, draft: BatchDraft): CommandResult {
    if (ne !== NETWORK && !this.nes.has(ne)) return unknownNe(ne);
    const version = this.#topologies.of(ne)?.version ?? 0;
    if (ifVersion !== undefined && ifVersion !== version)
      return { refused: 'conflict', field: 'version', reason: `is ${version} by now, not ${ifVersion}` };
    const refusal = refusalOfTopology(ne, topology);
    if (refusal !== undefined) return refusal;
    const known = this.#topologies.put(ne, topology);
    draft.registry.push({ kind: 'put-topology', ...known, by });
    const unable = this.#roles.setTopology(ne, topology, now, draft);
    return { version: known.version, warnings: unable.map(warningOf) };
  }
}

function warningOf(object: string): string {
  const name = object === '' ? 'the NE' : object;
  return `${name} cannot work even while no alarm is active: what it requires only leads back to itself`;
}

function unknownNe(id: string): Refusal {
  return { refused: 'not-found', field: 'ne', reason: `NE ${id} is not registered` };
}
