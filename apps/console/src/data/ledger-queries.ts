import type { LedgerEntryResource } from '@omc/api';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { request } from './request.js';

/** How many entries are read: further senders of a kind are counted together by the OMC. */
const MOST = 1000;

/** An entry of the ledger, with a key of its own. */
export interface LossRow extends LedgerEntryResource {
  readonly key: string;
}

/** What came in and was not processed, the last heard first; read anew every 5 s. */
export function useLedger() {
  return useQuery({
    queryKey: ['ledger'],
    queryFn: async ({ signal }) => {
      const { items, totals, nextCursor } = await request('GET /ledger', { query: { limit: MOST }, signal });
      const rows: LossRow[] = items.map((entry) => ({
        ...entry,
        key: JSON.stringify([entry.source, entry.from, entry.reason]),
      }));
      return { rows, totals, cut: nextCursor !== null };
    },
    refetchInterval: 5_000,
    placeholderData: keepPreviousData,
  });
}
