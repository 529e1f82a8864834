import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { runWith } from './testing/recorded-world.js';
import { SmallOmc } from './testing/small-omc.js';
import { texts } from './texts.js';
import { languageFor } from './voice.js';

const problemOf = (status: number, detail: string) => ({ type: 'about:blank', title: 'No', status, detail });
const isChinese = (text: string) => /\p{Script=Han}/u.test(text);
const placesIn = (text: string) => (text.match(/\{\w+\}/g) ?? []).sort();

describe('the texts of the program', () => {
  // What holds nothing but what is put in.
  const wordless = new Set(['yesOrNo']);

  it.each(Object.entries(texts))(
    '%s is in both languages, with the same places to fill',
    (key, { en, zh }) => {
      expect(en.trim()).not.toBe('');
      expect(isChinese(en)).toBe(false);
      expect(isChinese(zh)).toBe(!wordless.has(key));
      expect(new Set(placesIn(zh))).toEqual(new Set(placesIn(en)));
    },
  );
});

describe('the language', () => {
  it.each([
    [[], {}, 'en'],
    [[], { LANG: 'zh_CN.UTF-8' }, 'zh'],
    [[], { LANG: 'C.UTF-8', LC_MESSAGES: 'zh_CN' }, 'zh'],
    [[], { LANG: 'zh_CN.UTF-8', LC_ALL: 'C' }, 'en'],
    [['--lang', 'zh'], { LANG: 'en_GB.UTF-8' }, 'zh'],
    [['-e', 'LST NE:;', '--lang=en'], { LANG: 'zh_CN.UTF-8' }, 'en'],
    [['--lang', 'fr'], { LANG: 'zh_CN.UTF-8' }, 'zh'],
  ] as const)('of %j with %j is %s', (args, env, language) => {
    expect(languageFor(args, env)).toBe(language);
  });
});

describe('omc-mml in Chinese', () => {
  const omc = new SmallOmc({
    'LST NE:;': { status: 200, body: { retcode: 0, report: 'one\n', rows: [] } },
    'SET LANG: LANG=EN;': { status: 200, body: { retcode: 0, report: 'set\n', rows: [] } },
    'LST ALMAF:;': { status: 500 },
    'HLP:;': { status: 429, body: problemOf(429, 'too many requests; try again in 3 s') },
    'LST USER:;': { status: 403, body: problemOf(403, 'this needs the role admin; yours is viewer') },
    'LST AUDIT:;': { status: 401, body: problemOf(401, 'sign in first: POST /api/v1/session') },
  });
  let environment: Record<string, string>;

  beforeAll(async () => {
    environment = { OMC_PORT: String(await omc.listen()), OMC_PASSWORD: 'secret:1', LANG: 'zh_CN.UTF-8' };
  });
  afterAll(() => omc.close());

  it.each([
    [['--nonsense'], {}, 2, 'omc-mml: 没有选项 --nonsense；用法见 --help\n'],
    [['-e'], {}, 2, 'omc-mml: 选项 -e, --execute <commands> 需要取值；用法见 --help\n'],
    [['a', 'b'], {}, 2, 'omc-mml: 最多指定一个文件；用法见 --help\n'],
    [['--lang', 'fr'], {}, 2, 'omc-mml: --lang 必须为en或zh；输入值为 fr\n'],
    [['--watch'], {}, 2, 'omc-mml: --watch 需要终端\n'],
    [['-e', 'LST NE:;'], { OMC_PORT: '0' }, 2, 'omc-mml: OMC_PORT 必须为1到65535的整数；当前为 0\n'],
    [['-e', 'LST NE:;'], { OMC_PORT: '1' }, 3, 'omc-mml: 无法连接OMC 127.0.0.1:1: 连接被拒绝\n'],
    [['-e', 'LST ALMAF:;'], {}, 1, /^omc-mml: OMC 127\.0\.0\.1:\d+ 拒绝: 意外的应答，状态码 500\n$/],
    [['-e', 'HLP:;'], {}, 1, /拒绝: 请求过多，请在3秒后重试\n$/],
    [['-e', 'LST USER:;'], {}, 1, /拒绝: 需要角色admin，当前角色为viewer\n$/],
    [['-e', 'LST AUDIT:;'], {}, 3, /会话已结束: 尚未登录，或会话已结束\n$/],
    [['-e', 'LST NE:;'], { OMC_PASSWORD: 'wrong' }, 3, /登录OMC 127\.0\.0\.1:\d+: 用户名或口令错误\n$/],
    [['/no/file.mml'], {}, 2, 'omc-mml: 无法读取命令: /no/file.mml: 没有此文件\n'],
    [['-e', 'RMV NE: NE=a;'], {}, 1, 'omc-mml: 未执行，须指定 CONFIRM=Y: RMV NE: NE=a;\n'],
  ] as const)('%j with %j says so', async (args, env, status, stderr) => {
    const ran = await runWith(args, { ...environment, ...env });
    expect(ran.status).toBe(status);
    if (typeof stderr === 'string') expect(ran.stderr).toBe(stderr);
    else expect(ran.stderr).toMatch(stderr);
  });

  it('has its help in Chinese', async () => {
    const { stdout, status } = await runWith(['--help', '--lang', 'zh'], {});
    expect(status).toBe(0);
    expect(stdout).toMatch(/^用法: omc-mml [\s\S]*\n参数:\n[\s\S]*\n选项:\n[\s\S]*环境变量:\n/);
    expect(stdout).not.toMatch(/Usage|Options:|display help/);
  });

  it('greets in Chinese, and goes on in the language that SET LANG chooses', async () => {
    const typed = 'STP ALMRPT:;\nSET LANG: LANG=EN;\nSTP ALMRPT:;\nRMV NE: NE=a;\n';
    const { stdout, status } = await runWith([], environment, { typed });
    expect(status).toBe(0);
    expect(stdout).toMatch(/OMC 127\.0\.0\.1:\d+，用户 admin \(admin\)。命令以 ; 结束/);
    expect(stdout).toMatch(/不再实时显示告警。[\s\S]*set[\s\S]*Alarms are reported no more\./);
  });
});
