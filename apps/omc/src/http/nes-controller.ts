import { Controller, Inject, Param } from '@nestjs/common';
import type { NetworkElement } from '@omc/alarm';
import { endpoints, type NePatch, type PageQuery } from '@omc/api';
import type { SignedSession } from '../access/signed-session.js';
import { NeRegistry } from '../ne-registry.js';
import { OMC, type Omc } from '../omc.js';
import { patchedNe } from '../patched-ne.js';
import { neToResource } from '../presentation/ne-to-resource.js';
import { maintenanceOf } from '../shelf-office.js';
import { CheckedBody, CheckedQuery, Operation, Signed } from './operation.js';
import { pageOfList } from './page-of-list.js';
import { ProblemException, refusedProblem } from './problem-exception.js';

@Controller('api/v1')
export class NesController {
  readonly #omc: Omc;
  readonly #registry: NeRegistry;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
    this.#registry = new NeRegistry(omc);
  }

  @Operation(endpoints.listNes)
  list(@CheckedQuery() query: PageQuery, @Signed() session: SignedSession) {
    const keyOf = ({ id }: NetworkElement) => ({ value: id, id });
    const page = pageOfList('nes', this.#registry.list(session.scope), keyOf, query);
    const shelves = this.#omc.writer.shelves.list();
    return { ...page, items: page.items.map((ne) => this.#present(ne, shelves)) };
  }

  @Operation(endpoints.readNe)
  read(@Param('id') id: string, @Signed() session: SignedSession) {
    return this.#present(this.#find(id, session));
  }

  @Operation(endpoints.addNe)
  async add(@CheckedBody() ne: NetworkElement, @Signed() session: SignedSession) {
    const result = await this.#registry.add(ne, session);
    if (result.refused !== undefined) throw refusedProblem(result);
    return this.#present(ne);
  }

  @Operation(endpoints.changeNe)
  async change(@Param('id') id: string, @CheckedBody() patch: NePatch, @Signed() session: SignedSession) {
    const known = this.#find(id, session);
    const ne = patchedNe(known, patch);
    const result = await this.#registry.change(ne, session);
    if (result.refused !== undefined) throw refusedProblem(result);
    return this.#present(ne);
  }

  @Operation(endpoints.syncNe)
  async sync(@Param('id') id: string, @Signed() session: SignedSession) {
    const ne = this.#find(id, session);
    if (!(await this.#registry.sync(id, session)))
      throw new ProblemException(409, `NE ${id} is not connected`);
    return this.#present(ne);
  }

  @Operation(endpoints.removeNe)
  async remove(@Param('id') id: string, @Signed() session: SignedSession): Promise<void> {
    const result = await this.#registry.remove(this.#find(id, session).id, session);
    if (result.refused !== undefined) throw refusedProblem(result);
  }

  #find(id: string, { scope }: SignedSession): NetworkElement {
    const ne = this.#registry.find(id, scope);
    if (ne === undefined) throw new ProblemException(404, `NE ${id.slice(0, 64)} is not registered`);
    return ne;
  }

  #present(ne: NetworkElement, shelves = this.#omc.writer.shelves.list()) {
    const { writer, now } = this.#omc;
    return neToResource(
      ne,
      this.#registry.statusOf(ne.id),
      writer.topologies.of(ne.id),
      maintenanceOf(ne.id, shelves, now()),
    );
  }
}
