import type { AddedUser, ListedUser } from '../backend-people.js';
import { printValue } from '../grammar/print-command.js';
import { lower, upper } from '../letter-case.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { done } from '../table/outcome.js';
import type { ParameterSpec } from '../table/parameter.js';
import { mmlRoles } from '../table/role.js';
import { withoutUndefined } from '../without-undefined.js';
import { CONFIRM, confirmNote } from './confirm.js';
import { refuse } from './refuse.js';

const USER = {
  name: 'USER',
  type: { kind: 'string', max: 64 },
  help: { en: 'Name of the user', zh: '用户名' },
} as const satisfies ParameterSpec;

const MOST_NES = 1_000;
const MOST_SUBNETS = 100;

/** Lists who may sign in. */
export const lstUser = defineCommand(
  {
    verb: 'LST',
    object: 'USER',
    title: { en: 'List users', zh: '查询用户' },
    role: 'admin',
    wholeNetwork: true,
    parameters: [USER],
    example: 'LST USER:;',
  },
  async ({ USER: name }, { backend }) => {
    const result = await backend.listUsers(name);
    if (!result.ok) return refuse(result);
    return { ok: true, table: { title, columns, rows: result.value.map(rowOf) } };
  },
);

/** Lets somebody sign in. */
export const addUser = defineCommand(
  {
    verb: 'ADD',
    object: 'USER',
    title: { en: 'Let somebody sign in', zh: '增加用户' },
    role: 'admin',
    wholeNetwork: true,
    parameters: [
      { ...USER, required: true },
      {
        name: 'ROLE',
        type: { kind: 'enum', values: mmlRoles.map(upper) },
        required: true,
        help: { en: 'Rights, each with those before it', zh: '角色，依次包含前者的权限' },
      },
      {
        name: 'PWD',
        type: { kind: 'string', max: 128 },
        secret: true,
        help: {
          en: 'Password, at least 8 characters; one is made where it is not named, and shown once',
          zh: '口令，至少8个字符；未指定时自动生成，仅显示一次',
        },
      },
      {
        name: 'NE',
        type: { kind: 'ne' },
        most: MOST_NES,
        help: { en: 'Limited to these NEs', zh: '仅限这些网元' },
      },
      {
        name: 'SUBNET',
        type: { kind: 'string', max: 255 },
        most: MOST_SUBNETS,
        help: { en: 'Limited to the NEs of these subnets', zh: '仅限这些子网的网元' },
      },
      {
        name: 'CHGPWD',
        type: { kind: 'enum', values: ['YES', 'NO'] },
        help: {
          en: 'Whether the password must be changed before anything else; YES for one that is made',
          zh: '首次登录时是否必须修改口令；自动生成的口令默认为YES',
        },
      },
    ],
    notes: [
      {
        en: 'Without NE and SUBNET the user sees and acts on the whole network. Passwords are never shown again, and stand in no log.',
        zh: '未指定NE和SUBNET时，用户可管理全网。口令不再显示，也不写入日志。',
      },
    ],
    example: 'ADD USER: USER=wang, ROLE=OPERATOR, NE=eNB-100001&eNB-100002;',
  },
  async ({ USER: user, ROLE, PWD: password, NE: nes, SUBNET: subnets, CHGPWD }, { backend, user: by }) => {
    const isLimited = nes !== undefined || subnets !== undefined;
    const scope = isLimited ? { nes: nes ?? [], subnets: subnets ?? [] } : null;
    const mustChange = CHGPWD === undefined ? password === undefined : CHGPWD === 'YES';
    const added = { user, role: lower(ROLE), scope, mustChange, ...withoutUndefined({ password }) };
    const result = await backend.addUser(added, by);
    if (!result.ok) return refuse(result);
    return result.value.password === null ? done : withPassword(result.value, result.value.password);
  },
);

/** Lets somebody sign in no longer. */
export const rmvUser = defineCommand(
  {
    verb: 'RMV',
    object: 'USER',
    title: { en: 'Remove a user with all sessions and tokens', zh: '删除用户' },
    role: 'admin',
    wholeNetwork: true,
    parameters: [{ ...USER, required: true }, CONFIRM],
    notes: [confirmNote],
    example: 'RMV USER: USER=wang;',
    asksFirst: ({ parameters }) => {
      const named = parameters.find(({ name }) => name === 'USER');
      const user = named === undefined ? '' : ` ${printValue(named.value)}`;
      return {
        en: `Remove user${user} with all sessions and tokens?`,
        zh: `删除用户${user}及其全部会话和令牌？`,
      };
    },
  },
  async ({ USER: name }, { backend, user: by }) => {
    const result = await backend.removeUser(name, by);
    return result.ok ? done : refuse(result);
  },
);

const title = { en: 'Users', zh: '用户' };

const columns: readonly Column[] = [
  { key: 'USER', title: { en: 'User', zh: '用户' } },
  { key: 'ROLE', title: { en: 'Role', zh: '角色' } },
  { key: 'NE', title: { en: 'NEs', zh: '网元' } },
  { key: 'SUBNET', title: { en: 'Subnets', zh: '子网' } },
  { key: 'STATE', title: { en: 'State', zh: '状态' } },
  { key: 'CHGPWD', title: { en: 'Must change password', zh: '须修改口令' } },
  { key: 'CREATED', title: { en: 'Created at', zh: '创建时间' } },
  { key: 'CREATEDBY', title: { en: 'Created by', zh: '创建人' } },
  { key: 'CHANGED', title: { en: 'Changed at', zh: '修改时间' } },
  { key: 'CHANGEDBY', title: { en: 'Changed by', zh: '修改人' } },
];

function rowOf(user: ListedUser): Row {
  const { name, role, scope, disabled, mustChangePassword, createdBy, changedBy } = user;
  return {
    ...{ USER: name, ROLE: upper(role) },
    ...{ NE: scope === null ? 'ALL' : listOf(scope.nes), SUBNET: scope && listOf(scope.subnets) },
    ...{ STATE: disabled ? 'DISABLED' : 'ENABLED', CHGPWD: mustChangePassword ? 'YES' : 'NO' },
    ...{ CREATED: new Date(user.createdAt).toISOString(), CREATEDBY: createdBy },
    ...{ CHANGED: new Date(user.changedAt).toISOString(), CHANGEDBY: changedBy },
  };
}

/** As it is given to ADD USER. */
function listOf(names: readonly string[]): string | null {
  return names.length === 0 ? null : names.join('&');
}

function withPassword({ name, role }: AddedUser, password: string) {
  const row = { USER: name, ROLE: upper(role), PWD: password };
  const note = { en: 'The password is shown only this once.', zh: '口令仅显示这一次。' };
  const shown = [...columns.slice(0, 2), { key: 'PWD', title: { en: 'Password', zh: '口令' } }];
  return {
    ok: true,
    table: { title: { en: 'New user', zh: '新用户' }, columns: shown, rows: [row], note },
  } as const;
}
