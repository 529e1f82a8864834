import { Controller, Inject } from '@nestjs/common';
import {
  endpoints,
  type TrapDryRunPost,
  type TrapDryRunResource,
  toRfc3339,
  type UnmappedTrapResource,
} from '@omc/api';
import { OMC, type Omc } from '../omc.js';
import { CheckedBody, Operation } from './operation.js';

const INTEGER = 2;
const OCTET_STRING = 4;

/** SNMP notifications: what nothing maps, and what one would become. */
@Controller('api/v1')
export class TrapsController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listUnmappedTraps)
  unmapped() {
    const items = this.#omc.traps.unmapped.list().map(
      ({ firstAt, lastAt, varbinds, ...trap }): UnmappedTrapResource => ({
        ...trap,
        firstAt: toRfc3339(firstAt),
        lastAt: toRfc3339(lastAt),
        varbinds: [...varbinds],
      }),
    );
    return { items, nextCursor: null };
  }

  @Operation(endpoints.dryRunTrap)
  dryRun(@CheckedBody() { notification, varbinds, source }: TrapDryRunPost): TrapDryRunResource {
    const reading = this.#omc.traps.read(
      {
        oid: notification,
        varbinds: varbinds.map(({ oid, value }) => ({
          oid,
          type: typeof value === 'number' ? INTEGER : OCTET_STRING,
          value,
        })),
      },
      { address: source },
    );
    const nothing = { rule: null, ne: null, reason: null, detail: null, report: null };
    if (reading.leads !== 'report') return { ...nothing, ...reading };
    const { ne, object, alarmId, state, severity = null, text = null } = reading.report;
    const report = { ne, object, alarmId, state, severity, text };
    return { ...nothing, leads: 'report', rule: reading.rule, ne, report };
  }
}
