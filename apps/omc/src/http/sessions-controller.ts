import { Controller, Inject, Param, Res } from '@nestjs/common';
import {
  endpoints,
  type OpenSessionResource,
  type OpenSessionsQuery,
  type OtherSessionsQuery,
  toRfc3339,
} from '@omc/api';
import { decodePageEnd, encodePageEnd, listName } from '@omc/store';
import type { Response } from 'express';
import type { OpenSession, SessionsEnd } from '../access/session-desk.js';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { CheckedQuery, Operation, Signed } from './operation.js';
import { refusedProblem, wrongCursor } from './problem-exception.js';
import { clearSessionCookie } from './session-cookie.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

/** The sessions by which people are signed in. */
@Controller('api/v1')
export class SessionsController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listSessions)
  async list(@CheckedQuery() { user, cursor, limit }: OpenSessionsQuery, @Signed() session: SignedSession) {
    const sort = listName('sessions', { user: user ?? session.user });
    const after = cursor === undefined ? undefined : endOf(cursor, sort);
    const page = await this.#omc.sessionDesk.list(user, session, after, limit);
    if ('refused' in page) throw refusedProblem(page);
    const { open, next } = page;
    return {
      items: open.map((one) => present(one, session)),
      nextCursor: next ? encodePageEnd({ sort, value: next.begunAt.getTime(), id: next.session }) : null,
    };
  }

  @Operation(endpoints.endOtherSessions)
  async endOthers(
    @CheckedQuery() { user }: OtherSessionsQuery,
    @Signed() session: SignedSession,
  ): Promise<void> {
    const refusal = await this.#omc.sessionDesk.endOthers(user, session);
    if (refusal !== undefined) throw refusedProblem(refusal);
  }

  @Operation(endpoints.endSession)
  async end(
    @Param('id') id: string,
    @Signed() session: SignedSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    const refusal = await this.#omc.sessionDesk.end(id, session);
    if (refusal !== undefined) throw refusedProblem(refusal);
    if (id === session.id) clearSessionCookie(response, this.#omc.configuration);
  }
}

function endOf(cursor: string, sort: string): SessionsEnd {
  const end = decodePageEnd(cursor);
  const isOurs = end?.sort === sort && Number.isSafeInteger(end.value) && UUID.test(end.id);
  const begunAt = new Date(isOurs ? Number(end.value) : Number.NaN);
  if (!isOurs || Number.isNaN(begunAt.getTime())) throw wrongCursor();
  return { begunAt, session: end.id };
}

function present({ session: id, ...one }: OpenSession, asking: SignedSession): OpenSessionResource {
  const { userName: user, openedFrom: from, openedVia: via, program } = one;
  return {
    ...{ id, user, from, via, program, current: id === asking.id },
    beganAt: toRfc3339(one.begunAt.getTime()),
    lastUsedAt: toRfc3339(one.usedAt),
    expiresAt: toRfc3339(one.expiresAt.getTime()),
  };
}
