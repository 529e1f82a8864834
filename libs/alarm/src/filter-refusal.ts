import type { Catalogue } from './catalogue.js';
import type { Refusal } from './commands.js';
import type { FilterScope, StoredFilter } from './filter.js';
import type { FilterBook, ScopedFault } from './filter-book.js';

/** Why a filter cannot be put in force beside those that are; undefined where it can. */
export function refusalOfFilter(
  catalogue: Catalogue,
  filters: FilterBook,
  filter: StoredFilter,
): Refusal | undefined {
  return refusalOfScope(catalogue, filter) ?? refusalOfFaults(filter, filters.faultsOfPutting(filter));
}

/** Why there is no filter for a scope; types that nothing reports have none. */
export function refusalOfScope(
  catalogue: Catalogue,
  { alarmId, ne, object }: FilterScope,
): Refusal | undefined {
  const type = catalogue.get(alarmId);
  if (type === undefined)
    return {
      refused: 'not-found',
      field: 'alarmId',
      reason: `alarm type ${alarmId} is not in the catalogue`,
    };
  if (type.origin !== 'report')
    return { refused: 'conflict', field: 'alarmId', reason: `alarm type ${alarmId} has no hold-off filter` };
  if (object !== undefined && ne === undefined)
    return { refused: 'invalid', field: 'object', reason: 'an object needs its NE (ne) beside it' };
  return undefined;
}

/** The first thing wrong with a filter, or with a more specific one that it would break. */
export function refusalOfFaults(scope: FilterScope, faults: readonly ScopedFault[]): Refusal | undefined {
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
