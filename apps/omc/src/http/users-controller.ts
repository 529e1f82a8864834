import { Controller, Inject, Param } from '@nestjs/common';
import {
  endpoints,
  type PageQuery,
  toRfc3339,
  type UserPatch,
  type UserPost,
  type UserResource,
} from '@omc/api';
import type { User } from '@omc/store';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import { CheckedBody, CheckedQuery, Operation, Signed } from './operation.js';
import { pageOfList } from './page-of-list.js';
import { ProblemException, refusedProblem } from './problem-exception.js';

/** Who may sign in. */
@Controller('api/v1')
export class UsersController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listUsers)
  async list(@CheckedQuery() query: PageQuery) {
    const keyOf = ({ name }: User) => ({ value: name, id: '' });
    const page = pageOfList('users', await this.#omc.users.list(), keyOf, query);
    return { ...page, items: page.items.map(present) };
  }

  @Operation(endpoints.addUser)
  async add(@CheckedBody() post: UserPost, @Signed() session: SignedSession) {
    const added = await this.#omc.users.add(post, session);
    if ('refused' in added) throw refusedProblem(added);
    return present(added);
  }

  @Operation(endpoints.readUser)
  async read(@Param('user') name: string) {
    const user = await this.#omc.users.find(name);
    if (user === null) throw new ProblemException(404, `there is no user ${name.slice(0, 64)}`);
    return present(user);
  }

  @Operation(endpoints.changeUser)
  async change(
    @Param('user') name: string,
    @CheckedBody() patch: UserPatch,
    @Signed() session: SignedSession,
  ) {
    const changed = await this.#omc.users.change(name, patch, session);
    if ('refused' in changed) throw refusedProblem(changed);
    return present(changed);
  }

  @Operation(endpoints.removeUser)
  async remove(@Param('user') name: string, @Signed() session: SignedSession): Promise<void> {
    const refusal = await this.#omc.users.remove(name, session);
    if (refusal !== undefined) throw refusedProblem(refusal);
  }
}

function present(user: User): UserResource {
  const { name, role, scope, disabled, passwordChange, createdBy, changedBy } = user;
  return {
    user: name,
    role,
    scope: scope && { nes: [...scope.nes], subnets: [...scope.subnets] },
    disabled,
    mustChangePassword: passwordChange !== null,
    createdAt: toRfc3339(user.createdAt.getTime()),
    createdBy,
    changedAt: toRfc3339(user.changedAt.getTime()),
    changedBy,
  };
}
