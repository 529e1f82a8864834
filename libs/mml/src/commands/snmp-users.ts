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
  help: 'Name of the user',
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
    return { ok: true, table: { title: 'SNMPv3 users', columns, rows: result.value.map(rowOf) } };
  },
);

/** Accepts a user of SNMPv3. */
export const addSnmpUsr = defineCommand(
  {
    verb: 'ADD',
    object: 'SNMPUSR',
    title: { en: 'Accept an SNMPv3 user (authPriv)', zh: '增加SNMPv3用户' },
    role: 'engineer',
    parameters: [
      USER,
      {
        name: 'AUTH',
        type: { kind: 'enum', values: authProtocols.map(upper) },
        default: 'SHA256',
        help: 'How messages are signed',
      },
      {
        name: 'APWD',
        type: password,
        required: true,
        secret: true,
        help: 'Password of the signature, at least 8 characters',
      },
      {
        name: 'PRIV',
        type: { kind: 'enum', values: privProtocols.map(upper) },
        default: 'AES',
        help: 'How messages are encrypted',
      },
      {
        name: 'PPWD',
        type: password,
        required: true,
        secret: true,
        help: 'Password of the encryption, at least 8 characters',
      },
    ],
    notes: ['Passwords are never shown again, in reports neither.'],
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
    parameters: [USER],
    example: 'RMV SNMPUSR: USER=station;',
  },
  async ({ USER: name }, { backend }) => {
    const result = await backend.removeSnmpUser(name);
    return result.ok ? done : refuse(result);
  },
);

const columns: readonly Column[] = [
  { key: 'USER', title: 'User' },
  { key: 'AUTH', title: 'Signature' },
  { key: 'PRIV', title: 'Encryption' },
  { key: 'BY', title: 'Added by' },
  { key: 'USABLE', title: 'Usable' },
];

function rowOf({ name, authProtocol, privProtocol, createdBy, usable }: ListedSnmpUser): Row {
  return { USER: name, AUTH: upper(authProtocol), PRIV: upper(privProtocol), BY: createdBy, USABLE: usable };
}
