import { Controller, Inject } from '@nestjs/common';
import type { AlarmType } from '@omc/alarm';
import { type AlarmTypeResource, endpoints } from '@omc/api';
import { OMC, type Omc } from '../omc.js';
import { Operation } from './operation.js';

@Controller('api/v1')
export class AlarmTypesController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listAlarmTypes)
  list() {
    return { items: [...this.#omc.catalogue.values()].map(alarmTypeToResource), nextCursor: null };
  }
}

function alarmTypeToResource(type: AlarmType): AlarmTypeResource {
  const { alarmId, name, meaning, effect, causes, firstSteps } = type;
  const { objectType, severity, eventType, probableCause, failureClass } = type;
  return {
    alarmId,
    name,
    meaning,
    effect,
    causes,
    firstSteps,
    objectType,
    severity,
    eventType,
    probableCause,
    failureClass,
  };
}
