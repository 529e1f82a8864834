import type { KeyChange } from '../commands.js';
import type { FilterScope } from '../filter.js';
import { covers } from '../filter-book.js';
import type { JournalEntry } from '../journal.js';

/** The raw changes that a journal has of the keys for which a filter of a scope counts. */
export function historyOf(
  { journal }: { readonly journal: readonly JournalEntry[] },
  scope: FilterScope,
): KeyChange[] {
  return journal.flatMap(({ kind, ne, object = '', alarmId = 0, state, at }) =>
    (kind === 'transition' || kind === 'resync') &&
    state !== undefined &&
    covers(scope, { alarmId, ne, object })
      ? [{ ne, object, state, at }]
      : [],
  );
}
