import { reportSources } from '@omc/alarm';
import { z } from 'zod';
import { instant } from './times.js';

export const ledgerQuery = z.strictObject({
  source: z.enum(reportSources).exactOptional(),
  reason: z.string().max(64).exactOptional(),
  cursor: z.string().max(2000).exactOptional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type LedgerQuery = z.infer<typeof ledgerQuery>;

/** What one sender sent in vain, for one reason. */
export const ledgerEntryResource = z.object({
  source: z.enum(reportSources),
  /** NE id (link, sync), address (snmp), source name or user (ves); `(other)`: further senders, counted together. */
  from: z.string(),
  reason: z.string(),
  count: z.number().int(),
  firstAt: instant,
  lastAt: instant,
  /** The last five at the most, the oldest first; control characters are escaped. */
  samples: z.array(z.object({ at: instant, text: z.string() })),
});
export type LedgerEntryResource = z.infer<typeof ledgerEntryResource>;

/** Of one way in, since the ledger began: received = processed + rejected + underWay. */
export const ledgerTotals = z.object({
  source: z.enum(reportSources),
  received: z.number().int(),
  processed: z.number().int(),
  rejected: z.number().int(),
  underWay: z.number().int(),
});

/** A page of the loss ledger. */
export const ledgerResource = z.object({
  items: z.array(ledgerEntryResource),
  nextCursor: z.string().nullable(),
  totals: z.array(ledgerTotals),
});
export type LedgerResource = z.infer<typeof ledgerResource>;
