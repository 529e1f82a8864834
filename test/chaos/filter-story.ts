import { FilterBook, type FilterScope, type StoredFilter, type Windows } from '@omc/alarm';
import type { FilterPut } from '@omc/api';

/** A change of a filter, asked for at `from` and answered at `to`: it came into force somewhere in between. */
export interface FilterChange {
  readonly scope: FilterScope;
  /** Undefined: the filter of this scope was removed. */
  readonly put: FilterPut | undefined;
  readonly from: number;
  readonly to: number;
}

/** The filters of a test, by the core's own rules of which counts for a key. All of them name every member. */
export class FilterStory {
  readonly changes: FilterChange[] = [];
  readonly #book = new FilterBook(new Map());

  /** The windows of a key by the filters told so far. */
  windowsFor(alarmId: number, ne: string, object: string): Windows {
    return this.#book.windowsFor(alarmId, ne, object);
  }

  /** Whether there is a filter of just this scope. */
  has(scope: FilterScope): boolean {
    return this.#book.ruleOf(scope) !== undefined;
  }

  tell(change: FilterChange): void {
    this.changes.push(change);
    if (change.put === undefined) this.#book.remove(change.scope);
    else this.#book.put(storedFilter(change.put));
  }
}

function storedFilter({ alarmId, ne, object, ...rule }: FilterPut): StoredFilter {
  return {
    alarmId,
    rule: rule as StoredFilter['rule'],
    ...(ne === undefined ? {} : { ne }),
    ...(object === undefined ? {} : { object }),
  };
}
