import { Controller, Inject, Res } from '@nestjs/common';
import { type DryRunPost, endpoints, type FilterAdviceQuery } from '@omc/api';
import type { Response } from 'express';
import { OMC, type Omc } from '../omc.js';
import { adviceToResource } from '../presentation/advice-to-resource.js';
import { dryRunToResource } from '../presentation/dry-run-to-resource.js';
import type { StudyRequest } from '../studies/filter-studies.js';
import { filterOf, scopeOf } from './filter-of-request.js';
import { CheckedBody, CheckedQuery, Operation } from './operation.js';
import { refusedProblem } from './problem-exception.js';

@Controller('api/v1')
export class FilterStudiesController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.dryRunFilter)
  async dryRun(@CheckedBody() body: DryRunPost, @Res({ passthrough: true }) response: Response) {
    const { from, until, ...put } = body;
    const study = await this.#omc.studies.dryRun(filterOf(put), requestOf(from, until, response));
    if (study.refused !== undefined) throw refusedProblem(study);
    return dryRunToResource(study);
  }

  @Operation(endpoints.adviseFilter)
  async advise(@CheckedQuery() query: FilterAdviceQuery, @Res({ passthrough: true }) response: Response) {
    const { from, until, ...scope } = query;
    const study = await this.#omc.studies.advise(scopeOf(scope), requestOf(from, until, response));
    if (study.refused !== undefined) throw refusedProblem(study);
    return adviceToResource(study);
  }
}

/** What is asked for; work on it ends when the client goes away. */
function requestOf(from: string, until: string, response: Response): StudyRequest {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return { fromAt: Date.parse(from), untilAt: Date.parse(until), gone: gone.signal };
}
