import { Controller, Headers, Inject, Param, Res } from '@nestjs/common';
import { NETWORK, topologyOf } from '@omc/alarm';
import { endpoints, type TopologyPut, type TopologyPutResource, type TopologyResource } from '@omc/api';
import type { Response } from 'express';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { versionOfIfMatch } from './if-match.js';
import { CheckedBody, Operation, Signed } from './operation.js';
import { ProblemException, refusedProblem } from './problem-exception.js';

@Controller('api/v1')
export class TopologyController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.readTopology)
  read(
    @Param('id') id: string,
    @Signed() { scope }: SignedSession,
    @Res({ passthrough: true }) response: Response,
  ) {
    const { writer, office } = this.#omc;
    const isKnown = id === NETWORK || writer.nes.has(id);
    if (!isKnown || !office.includes(scope, id))
      throw new ProblemException(404, `NE ${id.slice(0, 64)} is not registered`);
    const present = this.#present(id, response);
    if (present === undefined) throw new ProblemException(404, `no topology was put for ${id}`);
    return present;
  }

  @Operation(endpoints.putTopology)
  async put(
    @Param('id') ne: string,
    @CheckedBody() topology: TopologyPut,
    @Headers('if-match') ifMatch: string | undefined,
    @Signed() session: SignedSession,
    @Res({ passthrough: true }) response: Response,
  ): Promise<TopologyPutResource> {
    const ifVersion = versionOfIfMatch(ifMatch);
    const expected = ifVersion === undefined ? {} : { ifVersion };
    const command = { kind: 'set-topology', ne, topology, by: session.user, ...expected } as const;
    const result = await this.#omc.do(command, session);
    if (result.refused !== undefined) {
      if (result.field !== 'version') throw refusedProblem(result);
      const current = this.#present(ne, response);
      throw new ProblemException(412, `the topology has another version: it ${result.reason}`, {
        ...(current && { current }),
      });
    }
    const { version = 0, warnings = [] } = result;
    response.setHeader('ETag', `"${version}"`);
    return { ...topology, version, warnings: [...warnings] };
  }

  /** The topology that is in force, with its version as ETag; undefined where there is none. */
  #present(id: string, response: Response): TopologyResource | undefined {
    const known = this.#omc.writer.topologies.of(id);
    if (known === undefined) return undefined;
    response.setHeader('ETag', `"${known.version}"`);
    // Read anew from its text, so that nobody else holds what is given away.
    return { ...(topologyOf(known) as TopologyPut), version: known.version };
  }
}
