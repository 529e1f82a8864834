import type { BatchDraft } from './batch.js';
import type { Catalogue } from './catalogue.js';
import type { CommandResult, OperatorCommand, Refusal } from './commands.js';
import type { FilterRule, FilterScope, StoredFilter } from './filter.js';
import type { FilterBook, ScopedFault } from './filter-book.js';
import type { HoldOffDesk } from './hold-off-desk.js';
import type { LinkDesk } from './link-desk.js';
import type { NetworkElement } from './ne.js';
import type { SupervisedKeys } from './supervised-keys.js';

/** Does what operators ask for: NEs and filters. */
export class RegistryDesk {
  readonly nes = new Map<string, NetworkElement>();
  readonly #catalogue: Catalogue;
  readonly #filters: FilterBook;
  readonly #keys: SupervisedKeys;
  readonly #holdOff: HoldOffDesk;
  readonly #links: LinkDesk;

  constructor(
    catalogue: Catalogue,
    filters: FilterBook,
    keys: SupervisedKeys,
    holdOff: HoldOffDesk,
    links: LinkDesk,
  ) {
    this.#catalogue = catalogue;
    this.#filters = filters;
    this.#keys = keys;
    this.#holdOff = holdOff;
    this.#links = links;
  }

  /** Carries out one request of an operator at `now`. */
  do(command: OperatorCommand, now: number, draft: BatchDraft): CommandResult {
    switch (command.kind) {
      case 'set-filter':
        return this.#setFilter(command.filter, command.by, now, draft);
      case 'remove-filter':
        return this.#removeFilter(command.scope, now, draft);
      case 'add-ne':
        return this.#addNe(command.ne, draft);
      case 'change-ne':
        return this.#changeNe(command.ne, draft);
      case 'remove-ne':
        return this.#removeNe(command.id, now, draft);
    }
  }

  #setFilter(filter: StoredFilter, by: string, now: number, draft: BatchDraft): CommandResult {
    const refusal = this.#refusalOf(filter) ?? refusalOf(filter, this.#filters.faultsOfPutting(filter));
    if (refusal !== undefined) return refusal;
    this.#holdOff.refilter(filter, () => this.#filters.put(filter), now, draft);
    draft.registry.push({ kind: 'put-filter', filter, by });
    this.#recordFilter(filter, filter.rule, now, draft);
    return {};
  }

  #removeFilter(scope: FilterScope, now: number, draft: BatchDraft): CommandResult {
    if (this.#filters.ruleOf(scope) === undefined)
      return { refused: 'not-found', reason: 'there is no stored filter of this scope' };
    const refusal = refusalOf(scope, this.#filters.faultsOfRemoving(scope));
    if (refusal !== undefined) return refusal;
    this.#holdOff.refilter(scope, () => this.#filters.remove(scope), now, draft);
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

  /** Types that nothing reports have no filter. */
  #refusalOf({ alarmId, ne, object }: FilterScope): Refusal | undefined {
    const type = this.#catalogue.get(alarmId);
    if (type === undefined)
      return {
        refused: 'not-found',
        field: 'alarmId',
        reason: `alarm type ${alarmId} is not in the catalogue`,
      };
    if (type.origin !== 'report')
      return {
        refused: 'conflict',
        field: 'alarmId',
        reason: `alarm type ${alarmId} has no hold-off filter`,
      };
    if (object !== undefined && ne === undefined)
      return { refused: 'invalid', field: 'object', reason: 'an object needs its NE (ne) beside it' };
    return undefined;
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

  #removeNe(id: string, now: number, draft: BatchDraft): CommandResult {
    const ne = this.#keys.nes.get(id);
    if (ne === undefined) return unknownNe(id);
    this.#holdOff.drop(ne, now, draft);
    this.#links.drop(ne, now, draft);
    this.#keys.nes.delete(id);
    this.nes.delete(id);
    // The most specific first, so that no removal leaves one behind that is no longer valid.
    for (const { filter: _, origin, ...scope } of this.#filters.list().reverse())
      if (origin === 'stored' && scope.ne === id) this.#removeFilter(scope, now, draft);
    draft.record({ kind: 'removed', ne: id, at: now });
    draft.registry.push({ kind: 'delete-ne', id });
    return {};
  }
}

function unknownNe(id: string): Refusal {
  return { refused: 'not-found', field: 'ne', reason: `NE ${id} is not registered` };
}

/** The first thing wrong with a filter, or with a more specific one that it would break. */
function refusalOf(scope: FilterScope, faults: readonly ScopedFault[]): Refusal | undefined {
  const own = faults.find((fault) => fault.scope.ne === scope.ne && fault.scope.object === scope.object);
  if (own !== undefined) return { refused: 'invalid', field: own.member, reason: own.reason };
  const [other] = faults;
  if (other === undefined) return undefined;
  const { ne, object } = other.scope;
  const where = object === undefined ? `NE ${ne}` : `object ${object || '(the NE itself)'} of NE ${ne}`;
  return {
    refused: 'conflict',
    field: other.member,
    reason: `the filter of ${where} would no longer be valid: ${other.member} ${other.reason}`,
  };
}
