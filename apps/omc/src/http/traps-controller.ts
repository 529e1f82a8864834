import { Controller, Inject, Param } from '@nestjs/common';
import {
  endpoints,
  type PageQuery,
  type TrapDryRunPost,
  type TrapDryRunResource,
  type TrapRulePost,
  toRfc3339,
  type UnmappedTrapResource,
} from '@omc/api';
import type { UnmappedTrap } from '@omc/store';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { suggestedRule } from '../traps/suggested-rule.js';
import { tryNotification } from '../traps/try-notification.js';
import { CheckedBody, CheckedQuery, Operation, Signed } from './operation.js';
import { type PageKey, pageOfList } from './page-of-list.js';
import { refusedProblem } from './problem-exception.js';

/** SNMP notifications: what nothing maps, and what one would become. */
@Controller('api/v1')
export class TrapsController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listUnmappedTraps)
  unmapped(@CheckedQuery() query: PageQuery) {
    const { traps } = this.#omc;
    const page = pageOfList('unmapped', traps.unmapped.list(), lastHeardFirst, query);
    const items = page.items.map(
      ({ firstAt, lastAt, varbinds, ...trap }): UnmappedTrapResource => ({
        ...trap,
        suggestion: suggestedRule({ notification: trap.notification, varbinds: [...varbinds] }),
        firstAt: toRfc3339(firstAt),
        lastAt: toRfc3339(lastAt),
        name: traps.nameOf(trap.notification),
        varbinds: varbinds.map(({ oid, value }) => ({ oid, name: traps.nameOf(oid), value })),
      }),
    );
    return { ...page, items };
  }

  @Operation(endpoints.listTrapMappings)
  mappings(@CheckedQuery() query: PageQuery) {
    const rules = this.#omc.traps.mappings.list();
    // Places from the end, since what is added comes first.
    const places = new Map(rules.map((rule, place) => [rule, place - rules.length]));
    return pageOfList('mappings', rules, (rule) => ({ value: places.get(rule) ?? 0, id: '' }), query);
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

function lastHeardFirst({ lastAt, source, notification }: UnmappedTrap): PageKey {
  return { value: -lastAt, id: `${source} ${notification}` };
}
