import { Controller, Inject } from '@nestjs/common';
import type { FilterScope } from '@omc/alarm';
import { endpoints, type FilterPut, type PageQuery } from '@omc/api';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { filterToResource } from '../presentation/filter-to-resource.js';
import { filterOf, scopeOf } from './filter-of-request.js';
import { CheckedBody, CheckedQuery, Operation, Signed } from './operation.js';
import { type PageKey, pageOfList } from './page-of-list.js';
import { refusedProblem } from './problem-exception.js';

@Controller('api/v1')
export class FiltersController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listFilters)
  list(@CheckedQuery() query: PageQuery, @Signed() { scope }: SignedSession) {
    const { writer, office } = this.#omc;
    const visible = writer.filters.list().filter(({ ne }) => ne === undefined || office.includes(scope, ne));
    const page = pageOfList('filters', visible, keyOf, query);
    return { ...page, items: page.items.map(filterToResource) };
  }

  @Operation(endpoints.putFilter)
  async put(@CheckedBody() body: FilterPut, @Signed() session: SignedSession) {
    const filter = filterOf(body);
    const result = await this.#omc.do({ kind: 'set-filter', filter, by: session.user }, session);
    if (result.refused !== undefined) throw refusedProblem(result);
    return filterToResource(this.#omc.writer.filters.effective(scopeOf(filter)));
  }

  @Operation(endpoints.removeFilter)
  async remove(@CheckedQuery() scope: FilterScope, @Signed() session: SignedSession): Promise<void> {
    const command = { kind: 'remove-filter', scope: scopeOf(scope), by: session.user } as const;
    const result = await this.#omc.do(command, session);
    if (result.refused !== undefined) throw refusedProblem(result);
  }
}

function keyOf({ alarmId, ne, object }: FilterScope): PageKey {
  return { value: alarmId, id: [ne, object].filter((name) => name !== undefined).join('\n') };
}
