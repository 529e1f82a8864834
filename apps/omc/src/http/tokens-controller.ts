import { Controller, Inject, Param } from '@nestjs/common';
import {
  type ApiTokenPost,
  type ApiTokenResource,
  endpoints,
  type NewApiTokenResource,
  toRfc3339,
} from '@omc/api';
import { type ApiToken, decodePageEnd, encodePageEnd } from '@omc/store';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { CheckedBody, CheckedQuery, Operation, Signed } from './operation.js';
import { refusedProblem, wrongCursor } from './problem-exception.js';

const LIST = 'tokens';

/** The tokens by which programs come in. */
@Controller('api/v1')
export class TokensController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listTokens)
  async list(
    @CheckedQuery() { cursor, limit }: { cursor?: string; limit: number },
    @Signed() session: SignedSession,
  ) {
    const after = cursor === undefined ? undefined : endOf(cursor);
    const tokens = await this.#omc.apiTokens.list(session, after, limit + 1);
    const page = tokens.slice(0, limit);
    const last = tokens.length > limit ? page.at(-1) : undefined;
    const nextCursor = last ? encodePageEnd({ sort: LIST, value: last.user, id: last.name }) : null;
    return { items: page.map(present), nextCursor };
  }

  @Operation(endpoints.addToken)
  async add(
    @CheckedBody() post: ApiTokenPost,
    @Signed() session: SignedSession,
  ): Promise<NewApiTokenResource> {
    const made = await this.#omc.apiTokens.add(post, session);
    if ('refused' in made) throw refusedProblem(made);
    return { ...present(made), token: made.token };
  }

  @Operation(endpoints.removeToken)
  async remove(@Param('id') id: string, @Signed() session: SignedSession): Promise<void> {
    const refusal = await this.#omc.apiTokens.remove(id, session);
    if (refusal !== undefined) throw refusedProblem(refusal);
  }
}

function endOf(cursor: string): Pick<ApiToken, 'user' | 'name'> {
  const end = decodePageEnd(cursor);
  if (end?.sort !== LIST || typeof end.value !== 'string') throw wrongCursor();
  return { user: end.value, name: end.id };
}

function present({
  id,
  user,
  name,
  role,
  scope,
  createdAt,
  expiresAt,
  lastUsedAt,
}: ApiToken): ApiTokenResource {
  return {
    id,
    user,
    name,
    role,
    scope: scope === null ? null : { nes: [...scope.nes], subnets: [...scope.subnets] },
    createdAt: toRfc3339(createdAt),
    expiresAt: toRfc3339(expiresAt),
    lastUsedAt: lastUsedAt === null ? null : toRfc3339(lastUsedAt),
  };
}
