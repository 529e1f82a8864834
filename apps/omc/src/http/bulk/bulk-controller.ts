import { Controller, Inject, Req, Res } from '@nestjs/common';
import { endpoints } from '@omc/api';
import type { Request, Response } from 'express';
import type { SignedSession } from '../../access/signed-session.js';
import { NeRegistry } from '../../ne-registry.js';
import { OMC, type Omc } from '../../omc.js';
import { Operation, Signed } from '../operation.js';
import { refusedProblem } from '../problem-exception.js';
import { answerLines } from './answer-lines.js';

/** Many NEs, and many topologies, in one request. */
@Controller('api/v1')
export class BulkController {
  readonly #omc: Omc;
  readonly #registry: NeRegistry;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
    this.#registry = new NeRegistry(omc);
  }

  @Operation(endpoints.addNes)
  async addNes(@Req() request: Request, @Res() response: Response, @Signed() session: SignedSession) {
    await answerLines(request, response, {
      endpoint: endpoints.addNes,
      log: this.#omc.log,
      carryOut: async (ne) => {
        const result = await this.#registry.add(ne, session);
        if (result.refused !== undefined) throw refusedProblem(result);
        return { ne: ne.id, status: 201 };
      },
    });
  }

  @Operation(endpoints.putTopologies)
  async putTopologies(@Req() request: Request, @Res() response: Response, @Signed() session: SignedSession) {
    await answerLines(request, response, {
      endpoint: endpoints.putTopologies,
      log: this.#omc.log,
      carryOut: async ({ ne, ...topology }) => {
        const command = { kind: 'set-topology', ne, topology, by: session.user } as const;
        const result = await this.#omc.do(command, session);
        if (result.refused !== undefined) throw refusedProblem(result);
        const { version = 0, warnings = [] } = result;
        return { ne, status: 200, version, warnings: [...warnings] };
      },
    });
  }
}
