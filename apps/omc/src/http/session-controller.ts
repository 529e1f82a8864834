import { Controller, Inject, Req, Res } from '@nestjs/common';
import { endpoints, type PasswordPost, type SessionResource, toRfc3339, type Whoami } from '@omc/api';
import type { Response } from 'express';
import { credentialsOf, isFromOtherPage } from '../access/credentials-of-request.js';
import type { LockedOut } from '../access/password-desk.js';
import type { OpenedSession } from '../access/sessions.js';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { VERSION } from '../version.js';
import { CheckedBody, Operation, Signed, type SignedRequest } from './operation.js';
import { ProblemException, refusedProblem, tooManyPasswords } from './problem-exception.js';
import { clearSessionCookie, setSessionCookie } from './session-cookie.js';

@Controller('api/v1')
export class SessionController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.openSession)
  async open(
    @CheckedBody() { user, password }: { user: string; password: string },
    @Req() request: SignedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionResource> {
    if (isFromOtherPage(request.headers))
      throw new ProblemException(403, 'a page of another origin may not sign you in');
    const { sessions } = this.#omc;
    const origin = { from: request.ip ?? '', via: 'rest', program: request.get('user-agent') } as const;
    const opened = await sessions.open(user, password, origin);
    if (opened === undefined) throw new ProblemException(401, 'wrong user or password');
    const session = openedOr429(opened, response);
    // What the browser had before is over: nobody else can have given it to the browser to be used later.
    const before = credentialsOf({ cookie: request.headers.cookie });
    if (before !== undefined) await sessions.close(before.token);
    return this.#given(session, response);
  }

  @Operation(endpoints.readSession)
  read(@Signed() { user, role, scope, expiresAt, passwordChange }: SignedSession): Whoami {
    const { OMC_BANNER_EN: en, OMC_BANNER_ZH: zh } = this.#omc.configuration;
    const line = en ?? zh;
    const banner = line === undefined ? null : { en: en ?? line, zh: zh ?? line };
    return {
      ...{ user, role, expiresAt: toRfc3339(expiresAt), version: VERSION, banner },
      scope: scope && { nes: [...scope.nes], subnets: [...scope.subnets] },
      mustChangePassword: passwordChange !== undefined,
    };
  }

  @Operation(endpoints.closeSession)
  async close(
    @Req() { token, session }: SignedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<void> {
    if (session?.apiToken !== undefined)
      throw new ProblemException(
        409,
        `this is an API token: DELETE /api/v1/tokens/${session.apiToken} ends it`,
      );
    if (token !== undefined) await this.#omc.sessions.close(token, session);
    clearSessionCookie(response, this.#omc.configuration);
  }

  @Operation(endpoints.changePassword)
  async changePassword(
    @CheckedBody() post: PasswordPost,
    @Signed() session: SignedSession,
    @Req() request: SignedRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<SessionResource> {
    const actor = { ...session, program: request.get('user-agent') };
    const changed = await this.#omc.users.changeOwnPassword(post, actor);
    if (typeof changed === 'object' && 'refused' in changed) throw refusedProblem(changed);
    return this.#given(openedOr429(changed, response), response);
  }

  #given(session: OpenedSession, response: Response): SessionResource {
    setSessionCookie(response, session, this.#omc.configuration);
    const { token, user, role, expiresAt } = session;
    return { token, user, role, expiresAt: toRfc3339(expiresAt) };
  }
}

function openedOr429(opened: OpenedSession | LockedOut | 'busy', response: Response): OpenedSession {
  if (opened === 'busy') throw new ProblemException(503, 'too many sign in at once; try again');
  if ('lockedForSeconds' in opened) throw tooManyPasswords(opened, response);
  return opened;
}
