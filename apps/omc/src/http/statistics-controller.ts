import { Controller, Inject } from '@nestjs/common';
import { endpoints, type StatisticsQuery, type StatisticsResource } from '@omc/api';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { selectionOf, statisticsToResource } from '../presentation/statistics-to-resource.js';
import { CheckedQuery, Operation, Signed } from './operation.js';
import { refusedProblem } from './problem-exception.js';

/** How many alarms were raised, when, of which kind and where. */
@Controller('api/v1')
export class StatisticsController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.readStatistics)
  async read(
    @CheckedQuery() query: StatisticsQuery,
    @Signed() { scope }: SignedSession,
  ): Promise<StatisticsResource> {
    const refusal = this.#omc.office.refusalBeyond(scope, query.ne);
    if (refusal !== undefined) throw refusedProblem(refusal);
    const selection = selectionOf(query);
    return statisticsToResource(
      query,
      await this.#omc.store.statistics.count(selection),
      this.#omc.catalogue,
    );
  }
}
