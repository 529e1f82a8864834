import { Controller, Headers, Inject, Param, Res } from '@nestjs/common';
import type { AlarmActionName } from '@omc/alarm';
import {
  type AlarmActionPost,
  type AlarmActionsPost,
  type AlarmActionsResource,
  type AlarmCommentPost,
  type AlarmResource,
  endpoints,
} from '@omc/api';
import type { Response } from 'express';
import type { SignedSession } from '../access/signed-session.js';
import { AlarmActions } from '../alarm-actions.js';
import { OMC, type Omc } from '../omc.js';
import { alarmIdOf, noAlarm } from './alarm-id.js';
import { versionOfIfMatch } from './if-match.js';
import { CheckedBody, CheckedQuery, Operation, Signed } from './operation.js';
import { ProblemException, wrongCursor } from './problem-exception.js';

/** What somebody asks to be done to one alarm. */
interface Asked {
  readonly action: AlarmActionName;
  readonly id: string;
  readonly body: AlarmActionPost;
  readonly ifMatch: string | undefined;
  readonly session: SignedSession;
}

@Controller('api/v1')
export class AlarmActionsController {
  readonly #omc: Omc;
  readonly #actions: AlarmActions;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
    this.#actions = new AlarmActions(omc);
  }

  @Operation(endpoints.acknowledgeAlarm)
  acknowledge(
    @Param('id') id: string,
    @CheckedBody() body: AlarmActionPost,
    @Headers('if-match') ifMatch: string | undefined,
    @Signed() session: SignedSession,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.#act({ action: 'acknowledge', id, body, ifMatch, session }, response);
  }

  @Operation(endpoints.unacknowledgeAlarm)
  unacknowledge(
    @Param('id') id: string,
    @CheckedBody() body: AlarmActionPost,
    @Headers('if-match') ifMatch: string | undefined,
    @Signed() session: SignedSession,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.#act({ action: 'unacknowledge', id, body, ifMatch, session }, response);
  }

  @Operation(endpoints.clearAlarm)
  clear(
    @Param('id') id: string,
    @CheckedBody() body: AlarmActionPost,
    @Headers('if-match') ifMatch: string | undefined,
    @Signed() session: SignedSession,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.#act({ action: 'clear', id, body, ifMatch, session }, response);
  }

  @Operation(endpoints.commentAlarm)
  comment(
    @Param('id') id: string,
    @CheckedBody() body: AlarmCommentPost,
    @Headers('if-match') ifMatch: string | undefined,
    @Signed() session: SignedSession,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.#act({ action: 'comment', id, body, ifMatch, session }, response);
  }

  @Operation(endpoints.listAlarmComments)
  async comments(
    @Param('id') id: string,
    @CheckedQuery() query: { limit: number; cursor?: string },
    @Signed() { scope }: SignedSession,
  ) {
    const page = await this.#omc.office.comments(alarmIdOf(id), query.limit, query.cursor, scope);
    if (page === undefined) throw wrongCursor();
    if (page.items.length === 0 && (await this.#omc.office.read(alarmIdOf(id), scope)) === undefined)
      noAlarm(id);
    return page;
  }

  @Operation(endpoints.actOnAlarms)
  async actOnMany(
    @CheckedBody() { action, ids, comment }: AlarmActionsPost,
    @Signed() session: SignedSession,
  ): Promise<AlarmActionsResource> {
    const said = comment === undefined ? {} : { comment };
    const named = ids.map((alarm) => (typeof alarm === 'string' ? { id: alarm } : alarm));
    return {
      results: await this.#actions.act(
        named.map((alarm) => ({ action, ...alarm, ...said })),
        session,
      ),
    };
  }

  async #act({ action, id, body, ifMatch, session }: Asked, response: Response): Promise<AlarmResource> {
    const lifeVersion = versionOfIfMatch(ifMatch);
    const expected = lifeVersion === undefined ? {} : { lifeVersion };
    const [result] = await this.#actions.act([{ action, id: alarmIdOf(id), ...body, ...expected }], session);
    if (result === undefined) throw new Error('an action without a result');
    const { status, detail, alarm } = result;
    if (alarm !== undefined) response.setHeader('ETag', `"${alarm.lifeVersion}"`);
    if (status === 200 && alarm !== undefined) return alarm;
    throw new ProblemException(
      status,
      detail,
      status === 412 && alarm !== undefined ? { current: alarm } : {},
    );
  }
}
