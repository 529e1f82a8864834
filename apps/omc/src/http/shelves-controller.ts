import { Controller, Inject, Param } from '@nestjs/common';
import type { ListedShelf } from '@omc/alarm';
import { endpoints, type ShelfPatch, type ShelfPost, type ShelfQuery } from '@omc/api';
import { decodePageEnd, encodePageEnd, listName } from '@omc/store';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { shelfToResource } from '../presentation/shelf-to-resource.js';
import { ShelfOffice } from '../shelf-office.js';
import { CheckedBody, CheckedQuery, Operation, Signed } from './operation.js';
import { ProblemException, refusedProblem, wrongCursor } from './problem-exception.js';

@Controller('api/v1')
export class ShelvesController {
  readonly #omc: Omc;
  readonly #office: ShelfOffice;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
    this.#office = new ShelfOffice(omc);
  }

  @Operation(endpoints.listShelves)
  list(@CheckedQuery() { state, ne, cursor, limit }: ShelfQuery, @Signed() { scope }: SignedSession) {
    const name = listName('shelves', { state, ne });
    const isAfter = cursor === undefined ? () => true : after(name, cursor);
    const rest = this.#office
      .list(scope, state)
      .filter((listed) => (ne === undefined || listed.shelf.match.ne === ne) && isAfter(listed));
    const page = rest.slice(0, limit);
    const last = rest.length > limit ? page.at(-1)?.shelf : undefined;
    const nextCursor =
      last === undefined ? null : encodePageEnd({ sort: name, value: last.createdAt, id: last.id });
    const now = this.#omc.now();
    return { items: page.map((listed) => shelfToResource(listed, now)), nextCursor };
  }

  @Operation(endpoints.addShelf)
  async add(@CheckedBody() post: ShelfPost, @Signed() session: SignedSession) {
    const added = await this.#office.add(post, session);
    if (typeof added !== 'string') throw refusedProblem(added);
    return this.#present(added, session);
  }

  @Operation(endpoints.readShelf)
  read(@Param('id') id: string, @Signed() session: SignedSession) {
    return this.#present(id, session);
  }

  @Operation(endpoints.changeShelf)
  async change(@Param('id') id: string, @CheckedBody() patch: ShelfPatch, @Signed() session: SignedSession) {
    this.#present(id, session);
    const result = await this.#office.change(id, patch, session);
    if (result.refused !== undefined) throw refusedProblem(result);
    return this.#present(id, session);
  }

  @Operation(endpoints.endShelf)
  async end(@Param('id') id: string, @Signed() session: SignedSession): Promise<void> {
    this.#present(id, session);
    const result = await this.#office.end(id, session);
    if (result.refused !== undefined) throw refusedProblem(result);
  }

  #present(id: string, { scope }: SignedSession) {
    const listed = this.#office.find(id, scope);
    if (listed === undefined) throw new ProblemException(404, `there is no shelf ${id.slice(0, 64)}`);
    return shelfToResource(listed, this.#omc.now());
  }
}

/** Whether a shelf comes after the end of a page. */
function after(list: string, cursor: string): (listed: ListedShelf) => boolean {
  const { sort, value, id = '' } = decodePageEnd(cursor) ?? {};
  if (sort !== list || typeof value !== 'number') throw wrongCursor();
  return ({ shelf }) => shelf.createdAt > value || (shelf.createdAt === value && shelf.id > id);
}
