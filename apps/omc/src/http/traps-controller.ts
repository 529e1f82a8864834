import { Controller, Inject } from '@nestjs/common';
import {
  endpoints,
  type TrapDryRunPost,
  type TrapDryRunResource,
  toRfc3339,
  type UnmappedTrapResource,
} from '@omc/api';
import { OMC, type Omc } from '../omc.js';
import { tryNotification } from '../traps/try-notification.js';
import { CheckedBody, Operation } from './operation.js';

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
  dryRun(@CheckedBody() post: TrapDryRunPost): TrapDryRunResource {
    return tryNotification(post, this.#omc.traps);
  }
}
