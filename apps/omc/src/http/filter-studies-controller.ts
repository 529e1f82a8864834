import { Controller, Inject, Res } from '@nestjs/common';
import type { Scope } from '@omc/alarm';
import { type DryRunPost, endpoints, type FilterAdviceQuery } from '@omc/api';
import type { Response } from 'express';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { adviceToResource } from '../presentation/advice-to-resource.js';
import { dryRunToResource } from '../presentation/dry-run-to-resource.js';
import type { StudyRequest } from '../studies/filter-studies.js';
import { filterOf, scopeOf } from './filter-of-request.js';
import { CheckedBody, CheckedQuery, Operation, Signed } from './operation.js';
import { refusedProblem } from './problem-exception.js';

@Controller('api/v1')
export class FilterStudiesController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.dryRunFilter)
  async dryRun(
    @CheckedBody() body: DryRunPost,
    @Signed() { scope }: SignedSession,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { from, until, ...put } = body;
    this.#refuseBeyond(scope, put.ne);
    const study = await this.#omc.studies.dryRun(filterOf(put), requestOf(from, until, response));
    if (study.refused !== undefined) throw refusedProblem(study);
    return dryRunToResource(study);
  }

  @Operation(endpoints.adviseFilter)
  async advise(
    @CheckedQuery() query: FilterAdviceQuery,
    @Signed() session: SignedSession,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { from, until, ...scope } = query;
    this.#refuseBeyond(session.scope, scope.ne);
    const study = await this.#omc.studies.advise(scopeOf(scope), requestOf(from, until, response));
    if (study.refused !== undefined) throw refusedProblem(study);
    return adviceToResource(study);
  }

  /** The reports of NEs that somebody may not see tell them nothing. */
  #refuseBeyond(scope: Scope, ne: string | undefined): void {
    const refusal = this.#omc.office.refusalBeyond(scope, ne);
    if (refusal !== undefined) throw refusedProblem(refusal);
  }
}

/** What is asked for; work on it ends when the client goes away. */
function requestOf(from: string, until: string, response: Response): StudyRequest {
  const gone = new AbortController();
  response.once('close', () => gone.abort());
  return { fromAt: Date.parse(from), untilAt: Date.parse(until), gone: gone.signal };
}
