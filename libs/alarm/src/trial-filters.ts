import { candidateWindows, ruleOfCandidate } from './candidate-windows.js';
import type { Catalogue } from './catalogue.js';
import type { KeyName } from './fault-outcome.js';
import type { FilterScope, StoredFilter } from './filter.js';
import type { AdvisedKeyWindows } from './filter-advice.js';
import { FilterBook } from './filter-book.js';

/** The filters as they would be if one more were stored. */
export function trialFilters(catalogue: Catalogue, inForce: FilterBook, filter: StoredFilter): FilterBook {
  return new FilterBook(catalogue, [...inForce.stored(), filter]);
}

/**
 * Gives the windows of a key as they are and with each candidate put in force for a scope. What candidates do not
 * name, such as counting faults, stays; more specific filters go on winning.
 */
export function windowsToAdvise(
  catalogue: Catalogue,
  inForce: FilterBook,
  scope: FilterScope,
): (key: KeyName) => AdvisedKeyWindows {
  // What is in force may change while the advice is worked out; one answer goes by one state.
  const now = new FilterBook(catalogue, inForce.stored());
  const trials = candidateWindows.map((candidate) =>
    trialFilters(catalogue, inForce, {
      ...scope,
      rule: { ...inForce.ruleOf(scope), ...ruleOfCandidate(candidate) },
    }),
  );
  return ({ alarmId, ne, object }) => ({
    inForce: now.windowsFor(alarmId, ne, object),
    candidates: trials.map((trial) => trial.windowsFor(alarmId, ne, object)),
  });
}
