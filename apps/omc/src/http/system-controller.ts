import { Controller, Inject, Res } from '@nestjs/common';
import type { Endpoint } from '@omc/api';
import type { Response } from 'express';
import { OMC, type Omc } from '../omc.js';
import { openApiDocument } from './openapi.js';
import { Operation } from './operation.js';

const alive = {
  method: 'GET',
  path: '/healthz',
  role: 'anyone',
  summary: 'The process is alive',
  answers: { status: 200 },
} as const satisfies Endpoint;
const ready = {
  method: 'GET',
  path: '/readyz',
  role: 'anyone',
  summary: 'Everything works',
  answers: { status: 200 },
} as const satisfies Endpoint;
const metrics = {
  method: 'GET',
  path: '/metrics',
  role: 'viewer',
  basicAuth: true,
  summary: 'Figures for Prometheus',
  answers: { status: 200 },
} as const satisfies Endpoint;
const openApi = {
  method: 'GET',
  path: '/api/openapi.json',
  role: 'viewer',
  summary: 'This API',
  answers: { status: 200 },
} as const satisfies Endpoint;

/** What surrounds the API: health, figures and its own description. */
@Controller()
export class SystemController {
  readonly #omc: Omc;
  readonly #document = openApiDocument();

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(alive)
  healthz() {
    return { status: 'ok' };
  }

  @Operation(ready)
  async readyz(@Res({ passthrough: true }) response: Response) {
    const database = await this.#database();
    if (database !== 'ok') response.status(503);
    return {
      status: database === 'ok' ? 'ok' : 'not ready',
      checks: { database },
      troubles: this.#omc.troubles(),
    };
  }

  @Operation(metrics)
  async metrics(@Res() response: Response): Promise<void> {
    const { registry } = this.#omc.metrics;
    response.type(registry.contentType).send(await registry.metrics());
  }

  @Operation(openApi)
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
