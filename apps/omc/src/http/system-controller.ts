import { Controller, Inject, Res } from '@nestjs/common';
import { systemEndpoints } from '@omc/api';
import type { Response } from 'express';
import { OMC, type Omc } from '../omc.js';
import { openApiDocument } from './openapi.js';
import { Operation } from './operation.js';

/** What surrounds the API: health, figures and its own description. */
@Controller()
export class SystemController {
  readonly #omc: Omc;
  readonly #document = openApiDocument();

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(systemEndpoints.readHealth)
  healthz() {
    return { status: 'ok' };
  }

  @Operation(systemEndpoints.readReadiness)
  async readyz(@Res({ passthrough: true }) response: Response) {
    const database = await this.#database();
    if (database !== 'ok') response.status(503);
    return {
      status: database === 'ok' ? 'ok' : 'not ready',
      checks: { database },
      troubles: this.#omc.troubles(),
    };
  }

  @Operation(systemEndpoints.readMetrics)
  async metrics(@Res() response: Response): Promise<void> {
    const { registry } = this.#omc.metrics;
    response.type(registry.contentType).send(await registry.metrics());
  }

  @Operation(systemEndpoints.readOpenApi)
  openApi() {
    return this.#document;
  }

  async #database(): Promise<string> {
    const trouble = this.#omc.databaseTrouble();
    if (trouble !== undefined) return trouble.message;
    try {
      await this.#omc.store.ping();
      return 'ok';
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
}
