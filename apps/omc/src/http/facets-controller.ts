import { Controller, Inject } from '@nestjs/common';
import { endpoints, type FacetQuery } from '@omc/api';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { CheckedQuery, Operation, Signed } from './operation.js';

@Controller('api/v1')
export class FacetsController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.countFacets)
  count(@CheckedQuery() query: FacetQuery, @Signed() { scope }: SignedSession) {
    return this.#omc.facets.count(query, scope);
  }
}
