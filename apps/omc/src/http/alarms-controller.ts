import { Controller, Inject, Param } from '@nestjs/common';
import { type AlarmQuery, endpoints } from '@omc/api';
import { OMC, type Omc } from '../omc.js';
import { CheckedQuery, Operation } from './operation.js';
import { ProblemException, wrongCursor } from './problem-exception.js';

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

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
  async read(@Param('id') id: string) {
    return (await this.#omc.office.read(idOf(id))) ?? noAlarm(id);
  }

  @Operation(endpoints.readAlarmLog)
  async log(@Param('id') id: string) {
    return (await this.#omc.office.log(idOf(id))) ?? noAlarm(id);
  }

  @Operation(endpoints.explainAlarm)
  async explain(@Param('id') id: string) {
    return (await this.#omc.office.explain(idOf(id))) ?? noAlarm(id);
  }
}

function idOf(id: string): string {
  return UUID.test(id) ? id.toLowerCase() : noAlarm(id);
}

function noAlarm(id: string): never {
  throw new ProblemException(404, `there is no alarm ${id.slice(0, 64)}`);
}
