import { Controller, Inject, Param } from '@nestjs/common';
import { endpoints, type PageQuery, type SnmpUserPost, type SnmpUserResource, toRfc3339 } from '@omc/api';
import type { SignedSession } from '../access/signed-session.js';
import { OMC, type Omc } from '../omc.js';
import type { ListedSnmpUser } from '../snmp/snmp-users.js';
import { CheckedBody, CheckedQuery, Operation, Signed } from './operation.js';
import { pageOfList } from './page-of-list.js';
import { refusedProblem } from './problem-exception.js';

/** Users of SNMPv3. */
@Controller('api/v1')
export class SnmpUsersController {
  readonly #omc: Omc;

  constructor(@Inject(OMC) omc: Omc) {
    this.#omc = omc;
  }

  @Operation(endpoints.listSnmpUsers)
  async list(@CheckedQuery() query: PageQuery) {
    const keyOf = ({ name }: ListedSnmpUser) => ({ value: name, id: '' });
    const page = pageOfList('snmp-users', await this.#omc.snmpUsers.list(), keyOf, query);
    return { ...page, items: page.items.map(present) };
  }

  @Operation(endpoints.addSnmpUser)
  async add(@CheckedBody() post: SnmpUserPost, @Signed() session: SignedSession) {
    const result = await this.#omc.snmpUsers.add(post, session);
    if ('refused' in result) throw refusedProblem(result);
    return present(result);
  }

  @Operation(endpoints.removeSnmpUser)
  async remove(@Param('user') user: string, @Signed() session: SignedSession): Promise<void> {
    const refusal = await this.#omc.snmpUsers.remove(user, session);
    if (refusal !== undefined) throw refusedProblem(refusal);
  }
}

function present({ name, createdAt, ...user }: ListedSnmpUser): SnmpUserResource {
  return { user: name, ...user, createdAt: toRfc3339(createdAt) };
}
