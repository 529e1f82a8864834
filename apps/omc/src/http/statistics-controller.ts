import { Controller, Inject } from '@nestjs/common';
import { endpoints, type StatisticsQuery, type StatisticsResource } from '@omc/api';
import { OMC, type Omc } from '../omc.js';
import { selectionOf, statisticsToResource } from '../presentation/statistics-to-resource.js';
import { CheckedQuery, Operation } from './operation.js';

/** How many alarms were raised, when, of which kind and where. */
@Controller('api/v1')
export class StatisticsController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.readStatistics)
  async read(@CheckedQuery() query: StatisticsQuery): Promise<StatisticsResource> {
    const selection = selectionOf(query);
    return statisticsToResource(
      query,
      await this.#omc.store.statistics.count(selection),
      this.#omc.catalogue,
    );
  }
}
