import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { type AlarmQuery, endpoints } from '@omc/api';
import type { Request, Response } from 'express';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { alarmIdOf, noAlarm } from './alarm-id.js';
import { CheckedQuery, Operation, Signed } from './operation.js';
import { wrongCursor } from './problem-exception.js';

@Controller('api/v1')
export class AlarmsController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listAlarms)
  async list(@CheckedQuery() query: AlarmQuery, @Signed() { scope }: SignedSession) {
    const page = await this.#omc.office.page(query, scope);
    if (page !== undefined) return page;
    throw wrongCursor();
  }

  @Operation(endpoints.summariseAlarms)
  summary(@Signed() { scope }: SignedSession) {
    return this.#omc.office.summary(scope);
  }

  @Operation(endpoints.readAlarm)
  async read(
    @Param('id') id: string,
    @Signed() { scope }: SignedSession,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const alarm = (await this.#omc.office.read(alarmIdOf(id), scope)) ?? noAlarm(id);
    response.setHeader('ETag', `"${alarm.lifeVersion}"`);
    // It names the alarm's life, for If-Match: what is derived about it may be new although this is not.
    delete request.headers['if-none-match'];
    return alarm;
  }

  @Operation(endpoints.listLives)
  async lives(
    @Param('id') id: string,
    @CheckedQuery() { limit }: { limit: number },
    @Signed() { scope }: SignedSession,
  ) {
    return (await this.#omc.office.lives(alarmIdOf(id), limit, scope)) ?? noAlarm(id);
  }

  @Operation(endpoints.readAlarmLog)
  async log(@Param('id') id: string, @Signed() { scope }: SignedSession) {
    return (await this.#omc.office.log(alarmIdOf(id), scope)) ?? noAlarm(id);
  }

  @Operation(endpoints.explainAlarm)
  async explain(@Param('id') id: string, @Signed() { scope }: SignedSession) {
    return (await this.#omc.office.explain(alarmIdOf(id), scope)) ?? noAlarm(id);
  }
}
