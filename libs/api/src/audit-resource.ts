import { waysIn } from '@omc/alarm';
import { z } from 'zod';
import { instant } from './times.js';

const selection = z.strictObject({
  user: z.string().max(64).optional(),
  action: z.string().max(64).optional(),
  target: z.string().max(400).optional(),
  since: instant.optional(),
  until: instant.optional(),
});

/** Which entries of the audit log, by pages; the newest first. */
export const auditQuery = selection.extend({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});
export type AuditQuery = z.infer<typeof auditQuery>;

/** Which entries to export, and in which form. */
export const auditExportQuery = selection.extend({ format: z.enum(['csv', 'json']).default('csv') });
export type AuditExportQuery = z.infer<typeof auditExportQuery>;

/** Who did what to what, from where, by which way in; `before` and `after` as far as it was changed. */
export const auditResource = z.object({
  id: z.number().int(),
  at: instant,
  user: z.string(),
  from: z.string(),
  via: z.enum(waysIn),
  action: z.string(),
  target: z.string(),
  before: z.unknown(),
  after: z.unknown(),
});
export type AuditResource = z.infer<typeof auditResource>;
