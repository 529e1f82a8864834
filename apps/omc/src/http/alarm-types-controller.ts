import { Controller, Inject, Param } from '@nestjs/common';
import type { AlarmType, Scope, TypeThresholds } from '@omc/alarm';
import { type AlarmTypePatch, type AlarmTypeResource, endpoints, type PageQuery } from '@omc/api';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { CheckedBody, CheckedQuery, Operation, Signed } from './operation.js';
import { pageOfList } from './page-of-list.js';
import { ProblemException, refusedProblem } from './problem-exception.js';

@Controller('api/v1')
export class AlarmTypesController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listAlarmTypes)
  list(@CheckedQuery() query: PageQuery, @Signed() { scope }: SignedSession) {
    const types = [...this.#omc.catalogue.values()];
    const places = new Map(types.map((type, place) => [type, place]));
    const page = pageOfList(
      'alarm-types',
      types,
      (type) => ({ value: places.get(type) ?? 0, id: '' }),
      query,
    );
    return { ...page, items: page.items.map((type) => this.#present(type, scope)) };
  }

  @Operation(endpoints.changeAlarmType)
  async change(
    @Param('alarmId') alarmId: string,
    @CheckedBody() { autoAck, ...patch }: AlarmTypePatch,
    @Signed() session: SignedSession,
  ) {
    const type = /^\d+$/.test(alarmId) ? this.#omc.catalogue.get(Number(alarmId)) : undefined;
    if (type === undefined)
      throw new ProblemException(404, `type ${alarmId.slice(0, 64)} is not in the catalogue`);
    const change = { ...patch, ...(autoAck === undefined ? {} : { autoAcknowledge: autoAck }) };
    const { alarmId: changed } = type;
    const command = { kind: 'change-alarm-type', alarmId: changed, change, by: session.user } as const;
    const result = await this.#omc.do(command, session);
    if (result.refused !== undefined) throw refusedProblem(result);
    return this.#present(type, session.scope);
  }

  /** Severities of NEs that somebody does not see are not told. */
  #present(type: AlarmType, scope: Scope): AlarmTypeResource {
    const { typeSettings } = this.#omc.writer;
    const severity = typeSettings.severityOf(type.alarmId) ?? type.severity;
    const { neSeverities = {}, autoAcknowledge = null } = typeSettings.settingOf(type.alarmId) ?? {};
    return {
      ...alarmTypeToResource({ ...type, severity }, typeSettings.thresholdsOf(type.alarmId)),
      neSeverities: Object.fromEntries(
        Object.entries(neSeverities).filter(([ne]) => this.#omc.office.includes(scope, ne)),
      ),
      autoAck: autoAcknowledge,
    };
  }
}

function alarmTypeToResource(type: AlarmType, thresholds: TypeThresholds) {
  const { alarmId, name, meaning, effect, causes, firstSteps, origin } = type;
  const { objectType, severity, eventType, probableCause, failureClass, failureClassWhen = null } = type;
  return {
    alarmId,
    name,
    meaning,
    effect,
    causes,
    firstSteps,
    objectType,
    origin,
    severity,
    thresholds,
    eventType,
    probableCause,
    failureClass,
    failureClassWhen,
  };
}
