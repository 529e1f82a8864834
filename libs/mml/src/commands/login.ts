import { defineCommand } from '../table/command-spec.js';
import { failure } from '../table/outcome.js';
import type { ParameterSpec } from '../table/parameter.js';

const alreadyIn = failure('notAllowed', {
  en: 'this is for sessions over TCP; here you are logged in already',
  zh: '该命令仅用于TCP会话；此处已经登录',
});
const nothingToEnd = failure('notAllowed', {
  en: 'this ends sessions over TCP; here there is none',
  zh: '该命令用于结束TCP会话；此处没有TCP会话',
});

const PWD = {
  name: 'PWD',
  type: { kind: 'string', max: 200 },
  required: true,
  secret: true,
  help: { en: 'Password', zh: '口令' },
} as const satisfies ParameterSpec;

/** Begins a session. */
export const lgi = defineCommand(
  {
    verb: 'LGI',
    object: null,
    title: { en: 'Log in', zh: '登录' },
    role: 'anyone',
    parameters: [
      {
        name: 'OP',
        type: { kind: 'string', max: 64 },
        required: true,
        help: { en: 'Name of the user', zh: '用户名' },
      },
      PWD,
    ],
    notes: [
      {
        en: 'The first command of a session over TCP; everything else answers RETCODE 6 before it.',
        zh: 'TCP会话的第一条命令；在此之前其他命令均返回RETCODE 6。',
      },
    ],
    example: 'LGI: OP="admin", PWD="…";',
  },
  ({ OP, PWD: password }, { terminal }) => terminal?.logIn(OP, password) ?? Promise.resolve(alreadyIn),
);

/** Ends a session. */
export const lgo = defineCommand(
  {
    verb: 'LGO',
    object: null,
    title: { en: 'Log out', zh: '退出登录' },
    role: 'anyone',
    parameters: [],
    notes: [
      {
        en: 'The last command of a session over TCP, which is closed behind its report.',
        zh: 'TCP会话的最后一条命令，报告之后连接即关闭。',
      },
    ],
    example: 'LGO:;',
  },
  (_, { terminal }) => terminal?.logOut() ?? Promise.resolve(nothingToEnd),
);
