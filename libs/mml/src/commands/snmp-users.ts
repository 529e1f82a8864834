import { authProtocols, privProtocols } from '@omc/alarm';
import type { ListedSnmpUser } from '../backend.js';
import { lower, upper } from '../letter-case.js';
import type { Column, Row } from '../report/result-table.js';
import { defineCommand } from '../table/command-spec.js';
import { done } from '../table/outcome.js';
import { refuse } from './refuse.js';

const USER = {
  name: 'USER',
  type: { kind: 'string', max: 32 },
  required: true,
  help: { en: 'Name of the user', zh: '用户名' },
} as const;
const password = { kind: 'string', max: 256 } as const;

/** Lists the users of SNMPv3. */
export const lstSnmpUsr = defineCommand(
  {
    verb: 'LST',
    object: 'SNMPUSR',
    title: { en: 'List SNMPv3 users', zh: '查询SNMPv3用户' },
    role: 'engineer',
    parameters: [],
    example: 'LST SNMPUSR:;',
  },
  async (_, { backend }) => {
    const result = await backend.listSnmpUsers();
    if (!result.ok) return refuse(result);
    return {
      ok: true,
      table: { title: { en: 'SNMPv3 users', zh: 'SNMPv3用户' }, columns, rows: result.value.map(rowOf) },
    };
  },
);

/** Accepts a user of SNMPv3. */
export const addSnmpUsr = defineCommand(
  {
    verb: 'ADD',
    object: 'SNMPUSR',
    title: { en: 'Accept an SNMPv3 user (authPriv)', zh: '增加SNMPv3用户' },
    role: 'engineer',
    wholeNetwork: true,
    parameters: [
      USER,
      {
        name: 'AUTH',
        type: { kind: 'enum', values: authProtocols.map(upper) },
        default: 'SHA256',
        help: { en: 'How messages are signed', zh: '消息鉴权方式' },
      },
      {
        name: 'APWD',
        type: password,
        required: true,
        secret: true,
        help: { en: 'Password of the signature, at least 8 characters', zh: '鉴权口令，至少8个字符' },
      },
      {
        name: 'PRIV',
        type: { kind: 'enum', values: privProtocols.map(upper) },
        default: 'AES',
        help: { en: 'How messages are encrypted', zh: '消息加密方式' },
      },
      {
        name: 'PPWD',
        type: password,
        required: true,
        secret: true,
        help: { en: 'Password of the encryption, at least 8 characters', zh: '加密口令，至少8个字符' },
      },
    ],
    notes: [
      {
        en: 'Passwords are never shown again, in reports neither.',
        zh: '口令不再显示，报告中也不显示。',
      },
    ],
    example: 'ADD SNMPUSR: USER=station, APWD="authentic eNodeB 17", PPWD="nobody reads this 4";',
  },
  async ({ USER: name, AUTH, APWD: authPassword, PRIV, PPWD: privPassword }, { backend, user }) => {
    const authProtocol = lower(AUTH);
    const privProtocol = lower(PRIV);
    const added = { user: name, authProtocol, authPassword, privProtocol, privPassword };
    const result = await backend.addSnmpUser(added, user);
    return result.ok ? done : refuse(result);
  },
);

/** Accepts a user of SNMPv3 no longer. */
export const rmvSnmpUsr = defineCommand(
  {
    verb: 'RMV',
    object: 'SNMPUSR',
    title: { en: 'Accept an SNMPv3 user no longer', zh: '删除SNMPv3用户' },
    role: 'engineer',
    wholeNetwork: true,
    parameters: [USER],
    example: 'RMV SNMPUSR: USER=station;',
  },
  async ({ USER: name }, { backend }) => {
    const result = await backend.removeSnmpUser(name);
    return result.ok ? done : refuse(result);
  },
);

const columns: readonly Column[] = [
  { key: 'USER', title: { en: 'User', zh: '用户' } },
  { key: 'AUTH', title: { en: 'Signature', zh: '鉴权' } },
  { key: 'PRIV', title: { en: 'Encryption', zh: '加密' } },
  { key: 'BY', title: { en: 'Added by', zh: '添加人' } },
  { key: 'USABLE', title: { en: 'Usable', zh: '可用' } },
];

function rowOf({ name, authProtocol, privProtocol, createdBy, usable }: ListedSnmpUser): Row {
  return {
    USER: name,
    AUTH: upper(authProtocol),
    PRIV: upper(privProtocol),
    BY: createdBy,
    USABLE: usable ? 'YES' : 'NO',
  };
}
