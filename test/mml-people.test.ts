import { MmlClient, makeOmc, OmcClient, type OmcProcess, retcodeOf } from '@omc/harness';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Answered {
  readonly retcode: number;
  readonly report: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** Users and the audit log by MML, as REST has them. */
describe('MML for people', () => {
  let omc: OmcProcess;
  let rest: OmcClient;
  let mml: MmlClient;

  const post = async (command: string, client = rest) =>
    (await client.post<Answered>('/api/v1/mml', { command })).body;

  beforeAll(async () => {
    omc = await makeOmc();
    await omc.start();
    rest = await OmcClient.signIn(omc.url);
    mml = await MmlClient.logIn(omc.mmlPort);
  });

  afterAll(async () => {
    mml?.socket.destroy();
    await omc?.remove();
  });

  it('makes a password that is shown once, and must be changed before anything else', async () => {
    const { rows, report } = await post('ADD USER: USER=li, ROLE=OPERATOR, NE=eNB-1;');
    const password = String(rows[0]?.['PWD']);
    expect(password.length).toBeGreaterThan(16);
    expect(report.split(password)).toHaveLength(2);
    const newcomer = await MmlClient.connect(omc.mmlPort);
    expect(await newcomer.run(`LGI: OP="li", PWD="${password}";`)).toContain(
      'RETCODE = 6  Not allowed: the password must be changed first',
    );
    newcomer.socket.destroy();
    expect((await rest.get('/api/v1/users/li')).body).toMatchObject({
      ...{ role: 'operator', scope: { nes: ['eNB-1'], subnets: [] }, mustChangePassword: true },
    });
    const audit = await mml.run('LST AUDIT: ALL=YES;');
    expect(audit).toMatch(/ add-user +user li /);
    expect(audit + omc.output + (await mml.run('LST USER:;'))).not.toContain(password);
  });

  it('repeats no password that was given', async () => {
    const secret = 'lantern river 42';
    expect(await mml.run(`ADD USER: USER=wang, ROLE=ADMIN, PWD="${secret}", NE=eNB-1;`)).toContain(
      '%%ADD USER: USER=wang, ROLE=ADMIN, PWD=*****, NE=eNB-1;%%\nRETCODE = 0',
    );
    expect((await mml.run('LST AUDIT: ALL=YES;')) + omc.output).not.toContain(secret);
    const refused = await mml.run('ADD USER: USER=zhao, ROLE=VIEWER, PWD="password123";');
    expect(refused).toMatch(/RETCODE = 4 {2}Out of range: PWD is among those that are tried first/);
    expect(await mml.run('ADD USER: USER=wang, ROLE=VIEWER, PWD="lantern river 43";')).toContain(
      'RETCODE = 7  Conflict: USER: there is a user wang already',
    );
  });

  it('refuses whoever is limited to some NEs, as REST does', async () => {
    const limited = await MmlClient.connect(omc.mmlPort);
    expect(retcodeOf(await limited.run('LGI: OP="wang", PWD="lantern river 42";'))).toBe(0);
    for (const command of ['LST USER:;', 'LST AUDIT:;', 'RMV USER: USER=li;', 'RMV SNMPUSR: USER=x;'])
      expect(await limited.run(command)).toContain('concerns all NEs, and you are limited to some');
    limited.socket.destroy();
  });

  it('removes users, but not the last admin of the whole network', async () => {
    expect((await post('RMV USER: USER=li, CONFIRM=N;')).retcode).toBe(6);
    expect((await post('RMV USER: USER=li, CONFIRM=Y;')).retcode).toBe(0);
    expect((await post('RMV USER: USER=li;')).retcode).toBe(5);
    expect((await post('RMV USER: USER=wang;')).retcode).toBe(0);
    expect((await post('RMV USER: USER=admin;')).report).toContain(
      'RETCODE = 7  Conflict: USER: admin is the last',
    );
  });

  it('lists what was done by MML, exports too, by who, what and when', async () => {
    expect(retcodeOf(await mml.run('EXP ALMLOG: FMT=JSON, NE=eNB-7;'))).toBe(0);
    const { rows } = await post('LST AUDIT: USER=admin, ACT="export-alarms";');
    expect(rows).toEqual([
      expect.objectContaining({ VIA: 'MML', FROM: '127.0.0.1', TGT: 'alarms', BEFORE: null }),
    ]);
    expect(JSON.parse(String(rows[0]?.['AFTER']))).toEqual({ form: 'json', state: 'all', ne: 'eNB-7' });
    expect((await post('LST AUDIT: TGT="user li", CNT=2;')).rows.map(({ ACT }) => ACT)).toEqual([
      'remove-user',
      'sign-out',
    ]);
    expect((await post('LST AUDIT: ET="2001-01-01 00:00:00";')).rows).toEqual([]);
  });

  it.each([
    ['RMV USER: USER=nobody;', 5, 'USER: 没有用户nobody'],
    ['SET ALMFILTER: AID=1, CTW=5;', 5, 'AID: 告警目录中没有告警类型1'],
    ['SET ALMFILTER: AID=29240, CTW=5, CTH=9;', 4, 'CTH 必须大于0且不超过CTW (5)，实际为9'],
    ['RMV ALMFILTER: AID=29240, NE=eNB-9;', 5, '没有为此范围保存的过滤参数'],
    ['STR ALMSYN: NE=eNB-9;', 5, '网元eNB-9未注册'],
    [
      'ACK ALM: ID=01930000-0000-7000-8000-000000000001;',
      5,
      'ID: 没有告警01930000-0000-7000-8000-000000000001',
    ],
    ['RMV ALMSHLD: ID=x;', 5, '没有符合条件的搁置'],
    ['ADD SNMPUSR: USER=a, APWD=short, PPWD=short;', 4, 'APWD 至少8个字符'],
    ['LST NE: NE=eNB-1 X;', 1, '第1行第18列: 应为 "," 或 ";"'],
  ])('refuses %s in Chinese', async (command, code, reason) => {
    const { body } = await rest.post<Answered>('/api/v1/mml', { command, language: 'zh' });
    const { retcode, report } = body;
    expect(retcode).toBe(code);
    expect(report).toContain(reason);
  });
});
