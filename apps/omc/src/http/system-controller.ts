import { Controller, Inject, Res } from '@nestjs/common';
import { type ReadinessResource, systemEndpoints } from '@omc/api';
import type { Response } from 'express';
import { OMC, type Omc } from '../omc.js';
import { openApiDocument } from './openapi.js';
import { Operation } from './operation.js';

/** With a commit that takes longer the OMC does not keep up. */
const LONGEST_COMMIT_SECONDS = 5;

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
  async readyz(@Res({ passthrough: true }) response: Response): Promise<ReadinessResource> {
    const checks = { database: await this.#database(), writer: this.#writer() };
    const isReady = Object.values(checks).every((check) => check === 'ok');
    if (!isReady) response.status(503);
    return { status: isReady ? 'ok' : 'not ready', checks, troubles: [...this.#omc.troubles()] };
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

  /** Whether what is decided is stored without delay. */
  #writer(): string {
    const since = this.#omc.committingSince();
    const seconds = since === undefined ? 0 : (this.#omc.now() - since) / 1000;
    return seconds < LONGEST_COMMIT_SECONDS
      ? 'ok'
      : `a batch has waited ${Math.round(seconds)} s for its commit`;
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
