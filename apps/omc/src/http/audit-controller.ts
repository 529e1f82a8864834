import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Inject, Res } from '@nestjs/common';
import { asJson } from '@omc/alarm';
import { type AuditExportQuery, type AuditQuery, endpoints } from '@omc/api';
import { type AuditSelection, decodePageEnd, encodePageEnd } from '@omc/store';
import type { Response } from 'express';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { auditAsCsv, auditAsJson, auditToResource } from './export/export-audit.js';
import { CheckedQuery, Operation, Signed } from './operation.js';
import { wrongCursor } from './problem-exception.js';

const LIST = 'audit';

/** Who did what. */
@Controller('api/v1')
export class AuditController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listAudit)
  async list(@CheckedQuery() { cursor, limit, ...wanted }: AuditQuery) {
    const before = cursor === undefined ? undefined : endOf(cursor);
    const entries = await this.#omc.store.auditLog.page(selectionOf(wanted), limit + 1, before);
    const page = entries.slice(0, limit);
    const last = entries.length > limit ? page.at(-1) : undefined;
    return {
      items: page.map(auditToResource),
      nextCursor: last === undefined ? null : encodePageEnd({ sort: LIST, value: last.id, id: '' }),
    };
  }

  @Operation(endpoints.exportAudit)
  async export(
    @CheckedQuery() { format, ...wanted }: AuditExportQuery,
    @Signed() session: SignedSession,
    @Res() response: Response,
  ) {
    const { auditLog } = this.#omc.store;
    // Before its first line leaves: who takes the log away stands in it.
    const given = asJson({ form: format, ...wanted });
    await this.#omc.audit.add(session, 'export-audit', 'audit', null, given);
    const pieces = (format === 'csv' ? auditAsCsv : auditAsJson)(auditLog, selectionOf(wanted));
    response.type(format === 'csv' ? 'text/csv; charset=utf-8' : 'application/json');
    response.attachment(`audit.${format}`);
    try {
      await pipeline(Readable.from(pieces), response);
    } catch (err) {
      // The reader went away, or the database did: what was sent already is cut off, which the reader notices.
      this.#omc.log.warn({ err }, 'an export of the audit log broke off');
    }
  }
}

function selectionOf({ since, until, ...named }: Omit<AuditQuery, 'cursor' | 'limit'>): AuditSelection {
  return {
    ...named,
    sinceAt: since === undefined ? undefined : Date.parse(since),
    untilAt: until === undefined ? undefined : Date.parse(until),
  };
}

function endOf(cursor: string): number {
  const { sort, value } = decodePageEnd(cursor) ?? {};
  if (sort !== LIST || typeof value !== 'number' || !Number.isSafeInteger(value)) throw wrongCursor();
  return value;
}
