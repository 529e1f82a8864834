import { Controller, Inject, Req, Res } from '@nestjs/common';
import { endpoints, type SessionResource, toRfc3339, type Whoami } from '@omc/api';
import type { Session } from '@omc/store';
import type { CookieOptions, Response } from 'express';
import { SESSION_COOKIE } from '../access/credentials-of-request.js';
import { serverFilesOf } from '../configuration/server-files.js';
import { OMC, type Omc } from '../omc.js';
import { VERSION } from '../version.js';
import { CheckedBody, Operation, Signed, type SignedRequest } from './operation.js';
import { ProblemException } from './problem-exception.js';

@Controller('api/v1')
export class SessionController {
  readonly #omc: Omc;
  readonly #cookie: CookieOptions;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
    const secure = serverFilesOf(omc.configuration) !== undefined;
    this.#cookie = { httpOnly: true, secure, sameSite: 'strict', path: '/' };
  }

  @Operation(endpoints.openSession)
  async open(
    @CheckedBody() { user, password }: { user: string; password: string },
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionResource> {
    const session = await this.#omc.sessions.open(user, password);
    if (session === 'busy') throw new ProblemException(503, 'too many sign in at once; try again');
    if (session === undefined) throw new ProblemException(401, 'wrong user or password');
    response.cookie(SESSION_COOKIE, session.token, {
      ...this.#cookie,
      expires: new Date(session.expiresAt),
    });
    const { token, role, expiresAt } = session;
    return { token, user: session.user, role, expiresAt: toRfc3339(expiresAt) };
  }

  @Operation(endpoints.readSession)
  read(@Signed() { user, role, expiresAt }: Session): Whoami {
    const { OMC_BANNER_EN: en, OMC_BANNER_ZH: zh } = this.#omc.configuration;
    const line = en ?? zh;
    const banner = line === undefined ? null : { en: en ?? line, zh: zh ?? line };
    return { user, role, expiresAt: toRfc3339(expiresAt), version: VERSION, banner };
  }

  @Operation(endpoints.closeSession)
  async close(
    @Req() { token }: SignedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    if (token !== undefined) await this.#omc.sessions.close(token);
    response.clearCookie(SESSION_COOKIE, this.#cookie);
  }
}
