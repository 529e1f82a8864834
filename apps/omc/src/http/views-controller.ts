import { Controller, Headers, Inject, Param, Res } from '@nestjs/common';
import {
  type DefaultView,
  endpoints,
  type PageQuery,
  toRfc3339,
  type ViewPatch,
  type ViewPost,
  type ViewResource,
} from '@omc/api';
import type { ListedView } from '@omc/store';
import type { Response } from 'express';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { ViewsOffice } from '../views/views-office.js';
import { versionOfIfMatch } from './if-match.js';
import { CheckedBody, CheckedQuery, Operation, Signed } from './operation.js';
import { pageOfList } from './page-of-list.js';
import { ProblemException, refusedProblem } from './problem-exception.js';

@Controller('api/v1')
export class ViewsController {
  readonly #office: ViewsOffice;

  constructor(@Inject(OMC) { store, office, audit, now }: Omc) {
    this.#office = new ViewsOffice({ views: store.savedViews, office, audit, now });
  }

  @Operation(endpoints.listViews)
  async list(@CheckedQuery() query: PageQuery, @Signed() session: SignedSession) {
    const { user } = session;
    const ownFirst = ({ owner, name, id }: ListedView) => ({
      value: `${owner === user ? 0 : 1} ${name}`,
      id: `${owner} ${id}`,
    });
    const page = pageOfList('views', await this.#office.list(session), ownFirst, query);
    return { ...page, items: page.items.map(present) };
  }

  @Operation(endpoints.addView)
  async add(
    @CheckedBody() post: ViewPost,
    @Signed() session: SignedSession,
    @Res({ passthrough: true }) response: Response,
  ) {
    const added = await this.#office.add(post, session);
    if ('refused' in added) throw refusedProblem(added);
    return await this.#shown(added.id, session, response);
  }

  @Operation(endpoints.setDefaultView)
  async setDefault(@CheckedBody() { id }: DefaultView, @Signed() session: SignedSession) {
    const refusal = await this.#office.setDefault(id, session);
    if (refusal !== undefined) throw refusedProblem(refusal);
    return { id };
  }

  @Operation(endpoints.readView)
  read(
    @Param('id') id: string,
    @Signed() session: SignedSession,
    @Res({ passthrough: true }) response: Response,
  ) {
    return this.#shown(id, session, response);
  }

  @Operation(endpoints.changeView)
  async change(
    @Param('id') id: string,
    @CheckedBody() patch: ViewPatch,
    @Headers('if-match') ifMatch: string | undefined,
    @Signed() session: SignedSession,
    @Res({ passthrough: true }) response: Response,
  ) {
    const changed = await this.#office.change(id, patch, versionOfIfMatch(ifMatch), session);
    if (changed !== 'other version' && 'refused' in changed) throw refusedProblem(changed);
    const current = await this.#shown(id, session, response);
    if (changed === 'other version')
      throw new ProblemException(412, 'the view has another version by now', { current });
    return current;
  }

  @Operation(endpoints.removeView)
  async remove(@Param('id') id: string, @Signed() session: SignedSession): Promise<void> {
    const refusal = await this.#office.remove(id, session);
    if (refusal !== undefined) throw refusedProblem(refusal);
  }

  async #shown(id: string, session: SignedSession, response: Response): Promise<ViewResource> {
    const view = await this.#office.find(id, session);
    if (view === undefined) throw new ProblemException(404, 'id: there is no such view');
    response.setHeader('ETag', `"${view.version}"`);
    return present(view);
  }
}

function present({ createdAt, changedAt, ...view }: ListedView): ViewResource {
  return { ...view, createdAt: toRfc3339(createdAt), changedAt: toRfc3339(changedAt) };
}
