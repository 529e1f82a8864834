import { Controller, Inject, Param, Req, Res } from '@nestjs/common';
import { type AlarmQuery, endpoints } from '@omc/api';
import type { Request, Response } from 'express';
import { OMC, type Omc } from '../omc.js';
import { alarmIdOf, noAlarm } from './alarm-id.js';
import { CheckedQuery, Operation } from './operation.js';
import { wrongCursor } from './problem-exception.js';

@Controller('api/v1')
export class AlarmsController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listAlarms)
  async list(@CheckedQuery() query: AlarmQuery) {
    const page = await this.#omc.office.page(query);
    if (page !== undefined) return page;
    throw wrongCursor();
  }

  @Operation(endpoints.summariseAlarms)
  summary() {
    return this.#omc.office.summary();
  }

  @Operation(endpoints.readAlarm)
  async read(
    @Param('id') id: string,
    @Req() request: Request,
    @Res({ passthrough: true }) response: Response,
  ) {
    const alarm = (await this.#omc.office.read(alarmIdOf(id))) ?? noAlarm(id);
    response.setHeader('ETag', `"${alarm.lifeVersion}"`);
    // It names the alarm's life, for If-Match: what is derived about it may be new although this is not.
    delete request.headers['if-none-match'];
    return alarm;
  }

  @Operation(endpoints.readAlarmLog)
  async log(@Param('id') id: string) {
    return (await this.#omc.office.log(alarmIdOf(id))) ?? noAlarm(id);
  }

  @Operation(endpoints.explainAlarm)
  async explain(@Param('id') id: string) {
    return (await this.#omc.office.explain(alarmIdOf(id))) ?? noAlarm(id);
  }
}
