import { Controller, Inject } from '@nestjs/common';
import { type Condition, conditionsOf } from '@omc/alarm';
import { type ConditionQuery, type ConditionResource, endpoints, toRfc3339 } from '@omc/api';
import { decodePageEnd, encodePageEnd, listName } from '@omc/store';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { CheckedQuery, Operation, Signed } from './operation.js';
import { wrongCursor } from './problem-exception.js';

@Controller('api/v1')
export class ConditionsController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listConditions)
  list(@CheckedQuery() { ne, phase, cursor, limit }: ConditionQuery, @Signed() { scope }: SignedSession) {
    const name = listName('conditions', { ne, phase });
    const selection = {
      includes: (id: string) => this.#omc.office.includes(scope, id),
      ...(ne === undefined ? {} : { ne }),
      ...(phase === undefined ? {} : { phase }),
      ...(cursor === undefined ? {} : { after: endOf(name, cursor) }),
    };
    const items: ConditionResource[] = [];
    for (const condition of conditionsOf(this.#omc.writer.keys, selection)) {
      const last = items.at(-1);
      if (last !== undefined && items.length === limit) return { items, nextCursor: cursorAfter(name, last) };
      items.push(this.#present(condition));
    }
    return { items, nextCursor: null };
  }

  #present({ since, deadline, alarm, alarmId, ...rest }: Condition): ConditionResource {
    const number = String(alarmId);
    return {
      ...rest,
      alarmId,
      name: this.#omc.catalogue.get(alarmId)?.name ?? { en: number, zh: number },
      since: toRfc3339(since),
      deadline: deadline === undefined ? null : toRfc3339(deadline),
      alarm: alarm ?? null,
    };
  }
}

function cursorAfter(list: string, { ne, object, alarmId }: ConditionResource): string {
  return encodePageEnd({ sort: list, value: alarmId, id: `${ne} ${object}` });
}

function endOf(list: string, cursor: string): Pick<Condition, 'ne' | 'object' | 'alarmId'> {
  const { sort, value, id = '' } = decodePageEnd(cursor) ?? {};
  if (sort !== list || typeof value !== 'number') throw wrongCursor();
  // An NE's id has no spaces.
  const [ne = '', ...object] = id.split(' ');
  return { ne, object: object.join(' '), alarmId: value };
}
