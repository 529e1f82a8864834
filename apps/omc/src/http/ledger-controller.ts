import { Controller, Inject } from '@nestjs/common';
import { endpoints, type LedgerQuery, type LedgerResource, toRfc3339 } from '@omc/api';
import { decodePageEnd, encodePageEnd, type LedgerEntry, listName } from '@omc/store';
import { keyOf } from '../ledger/loss-book.js';
import { OMC, type Omc } from '../omc.js';
import { CheckedQuery, Operation } from './operation.js';
import { wrongCursor } from './problem-exception.js';

/** What came in and was not processed. */
@Controller('api/v1')
export class LedgerController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.readLedger)
  read(@CheckedQuery() { source, reason, cursor, limit }: LedgerQuery): LedgerResource {
    const list = listName('-lastAt', { source, reason });
    const isAfter = after(list, cursor);
    const rest = this.#omc.ledger
      .entries()
      .filter(
        (entry) => (source ?? entry.source) === entry.source && (reason ?? entry.reason) === entry.reason,
      )
      .filter(isAfter);
    const page = rest.slice(0, limit);
    const last = page.at(-1);
    const nextCursor =
      last === undefined || rest.length === page.length
        ? null
        : encodePageEnd({ sort: list, value: last.lastAt, id: keyOf(last) });
    return { items: page.map(toResource), nextCursor, totals: this.#omc.ledger.totals() };
  }
}

/** Whether an entry comes behind the end of a page, the last heard first. */
function after(list: string, cursor: string | undefined): (entry: LedgerEntry) => boolean {
  if (cursor === undefined) return () => true;
  const end = decodePageEnd(cursor);
  if (end?.sort !== list || typeof end.value !== 'number') throw wrongCursor();
  const { value, id } = end;
  return (entry) => entry.lastAt < value || (entry.lastAt === value && keyOf(entry) > id);
}

function toResource({ firstAt, lastAt, samples, ...entry }: LedgerEntry) {
  return {
    ...entry,
    firstAt: toRfc3339(firstAt),
    lastAt: toRfc3339(lastAt),
    samples: samples.map(({ at, text }) => ({ at: toRfc3339(at), text })),
  };
}
