import { Controller, Inject, Param } from '@nestjs/common';
import {
  endpoints,
  type TrapDryRunPost,
  type TrapDryRunResource,
  type TrapRulePost,
  toRfc3339,
  type UnmappedTrapResource,
} from '@omc/api';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { suggestedRule } from '../traps/suggested-rule.js';
import { tryNotification } from '../traps/try-notification.js';
import { CheckedBody, Operation, Signed } from './operation.js';
import { refusedProblem } from './problem-exception.js';

/** SNMP notifications: what nothing maps, and what one would become. */
@Controller('api/v1')
export class TrapsController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listUnmappedTraps)
  unmapped() {
    const { traps } = this.#omc;
    const items = traps.unmapped.list().map(
      ({ firstAt, lastAt, varbinds, ...trap }): UnmappedTrapResource => ({
        ...trap,
        suggestion: suggestedRule({ notification: trap.notification, varbinds: [...varbinds] }),
        firstAt: toRfc3339(firstAt),
        lastAt: toRfc3339(lastAt),
        name: traps.nameOf(trap.notification),
        varbinds: varbinds.map(({ oid, value }) => ({ oid, name: traps.nameOf(oid), value })),
      }),
    );
    return { items, nextCursor: null };
  }

  @Operation(endpoints.listTrapMappings)
  mappings() {
    return { items: this.#omc.traps.mappings.list(), nextCursor: null };
  }

  @Operation(endpoints.addTrapMapping)
  async addMapping(@CheckedBody() rule: TrapRulePost, @Signed() session: SignedSession) {
    const result = await this.#omc.traps.mappings.add(rule, session);
    if ('refused' in result) throw refusedProblem(result);
    return result;
  }

  @Operation(endpoints.removeTrapMapping)
  async removeMapping(@Param('name') name: string, @Signed() session: SignedSession): Promise<void> {
    const refusal = await this.#omc.traps.mappings.remove(name, session);
    if (refusal !== undefined) throw refusedProblem(refusal);
  }

  @Operation(endpoints.dryRunTrap)
  dryRun(@CheckedBody() post: TrapDryRunPost): TrapDryRunResource {
    return tryNotification(post, this.#omc.traps);
  }
}
