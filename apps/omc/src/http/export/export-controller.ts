import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { Controller, Inject, Res } from '@nestjs/common';
import { asJson, type Scope } from '@omc/alarm';
import { type AlarmExportQuery, type AlarmResource, endpoints } from '@omc/api';
import type { Response } from 'express';
import type { SignedSession } from '../../access/signed-session.js';
import { OMC, type Omc } from '../../omc.js';
import { CheckedQuery, Operation, Signed } from '../operation.js';
import { EXPORT_FORMS } from './export-alarms.js';

/** Alarms that are read from the database at a time: so many are in memory, however long the export. */
const AT_ONCE = 1000;

/** Files of alarms. */
@Controller('api/v1')
export class ExportController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.exportAlarms)
  async export(
    @CheckedQuery() { format, ...query }: AlarmExportQuery,
    @Signed() session: SignedSession,
    @Res() response: Response,
  ): Promise<void> {
    const { type, extension, write } = EXPORT_FORMS[format];
    const pages = this.#pages(query, session.scope);
    // What fails at once is answered as a problem.
    const first = await pages.next();
    // The audit log knows of a file before its first line leaves.
    const given = asJson({ form: format, ...query });
    await this.#omc.audit.add(session, 'export-alarms', 'alarms', null, given);
    const at = new Date(this.#omc.now()).toISOString().slice(0, 19).replaceAll(':', '');
    response.status(200).type(`${type}; charset=utf-8`);
    response.setHeader('content-disposition', `attachment; filename="alarms-${at}Z.${extension}"`);
    const pieces = Readable.from(write(startingWith(first, pages)), { objectMode: true, highWaterMark: 1 });
    try {
      await pipeline(pieces, response);
    } catch (err) {
      // Whoever goes before the end has ended the reading too; a file that is cut short is no answer.
      if (!isGone(err)) this.#omc.log.warn({ err }, 'an export was not completed');
      response.destroy();
    }
  }

  /** Page after page; the next is read when the one before has been taken. */
  async *#pages(
    query: Omit<AlarmExportQuery, 'format'>,
    scope: Scope,
  ): AsyncGenerator<readonly AlarmResource[], void> {
    for (let cursor: string | undefined; ; ) {
      const page = await this.#omc.office.page({ ...query, limit: AT_ONCE, cursor }, scope);
      if (page === undefined) throw new Error('a list does not know its own cursor');
      yield page.items;
      if (page.nextCursor === null) return;
      cursor = page.nextCursor;
    }
  }
}

async function* startingWith<Page>(
  first: IteratorResult<Page, void>,
  rest: AsyncGenerator<Page, void>,
): AsyncGenerator<Page, void> {
  try {
    if (!first.done) yield first.value;
    yield* rest;
  } finally {
    await rest.return();
  }
}

function isGone(error: unknown): boolean {
  return error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
}
