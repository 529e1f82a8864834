import { MmlClient, makeOmc, OmcClient, type OmcProcess, retcodeOf, until } from '@omc/harness';
import { SimulatedElement } from '@omc/simulator';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

interface Answered {
  readonly retcode: number;
  readonly report: string;
  readonly rows: readonly Readonly<Record<string, unknown>>[];
}

/** What an engineer types, on alarms that an NE reported. */
describe('MML commands', () => {
  let omc: OmcProcess;
  let rest: OmcClient;
  let mml: MmlClient;
  let element: SimulatedElement;

  const post = async (command: string) => (await rest.post<Answered>('/api/v1/mml', { command })).body;

  beforeAll(async () => {
    omc = await makeOmc({ OMC_HANDSHAKE_INTERVAL_S: '0.3', OMC_RECONNECT_INTERVAL_S: '0.4' });
    await omc.start();
    rest = await OmcClient.signIn(omc.url);
    mml = await MmlClient.logIn(omc.mmlPort);
    element = new SimulatedElement({ id: 'eNB-1' });
    await element.start();
    await rest.addNe({ id: 'eNB-1', host: '127.0.0.1', port: element.port });
    await until('the link', () => element.isConnected);
    for (const alarmId of [29240, 25888]) await post(`SET ALMFILTER: AID=${alarmId}, RTP=ON;`);
  });

  afterAll(async () => {
    mml?.socket.destroy();
    await element?.stop();
    await omc?.remove();
  });

  it('report alarms in the session as they are raised and cleared', async () => {
    expect(retcodeOf(await mml.run('STR ALMRPT: NE=eNB-1, AID=29240&&29250;'))).toBe(0);
    element.report({ object: 'Cell=1', alarmId: 29240, state: 'fault', text: 'no \u001bcarrier' });
    expect(await mml.report()).toMatch(
      /\nALARM {2}29240 {2}Fault {2}MAJOR\n[\s\S]*Text {2}= {2}no \\u\{1B\}carrier\n/,
    );
    element.report({ object: 'Cell=1', alarmId: 29240, state: 'ok' });
    expect(await mml.report()).toMatch(/\nALARM {2}29240 {2}Recovery {2}MAJOR\n/);
    expect(retcodeOf(await mml.run('STP ALMRPT:;'))).toBe(0);
  });

  it('list what is active, what was, and why it is', async () => {
    element.report({ object: 'Cell=2', alarmId: 29240, state: 'fault' });
    await until('the alarm', async () => (await post('LST ALMAF: NE=eNB-1, AID=29240;')).rows.length === 1);
    const [active] = (await post('LST ALMAF: NE=eNB-1, ALVL=CRITICAL&MAJOR;')).rows;
    expect(active).toMatchObject({ AID: 29240, OBJ: 'Cell=2', ACK: 'UNACKNOWLEDGED' });
    const log = await post('LST ALMLOG: NE=eNB-1, AID=29240;');
    expect(log.rows.map(({ OBJ, STATE, CLEAREDBY }) => [OBJ, STATE, CLEAREDBY])).toEqual([
      ['Cell=2', 'ACTIVE', null],
      ['Cell=1', 'CLEARED', 'REPORT'],
    ]);
    expect((await post('LST ALMLOG: NE=eNB-1, AID=29240, CLRFLG=CLEARED;')).rows).toHaveLength(1);
    expect((await post('LST ALMLOG: ET="2001-01-01 00:00:00";')).rows).toEqual([]);
    const shown = await mml.run(`DSP ALM: ID=${active?.['ID']};`);
    expect(shown).toMatch(/\n +State {2}= {2}ACTIVE\n[\s\S]*\n\(Number of results = 1\)\n/);
    expect(retcodeOf(await mml.run('DSP ALM: ID=01930000-0000-7000-8000-000000000001;'))).toBe(5);
  });

  it('count alarms by type, NE and time', async () => {
    const { rows } = await post('LST ALMSTAT: NE=eNB-1, AID=29240;');
    expect(rows).toEqual([
      expect.objectContaining({ AID: 29240, RAISED: 2, ACTIVE: 1, MAJOR: 2, CRITICAL: 0 }),
    ]);
    expect((await post('LST ALMSTAT: BY=NE;')).rows[0]).toMatchObject({ NE: 'eNB-1', RAISED: 2 });
    expect((await post('LST ALMSTAT: BY=HOUR, AID=29240;')).rows[0]?.['FROM']).toMatch(/T\d\d:00:00\.000Z$/);
    expect((await post('LST ALMSTAT: ST="2001-01-01 00:00:00", ET="2001-01-02 00:00:00";')).rows).toEqual([]);
  });

  it('export the log as CSV', async () => {
    const report = await mml.run('EXP ALMLOG: NE=eNB-1, AID=29240;');
    expect(report).toMatch(
      /\nID,AID,NAME,.*\n[0-9a-f-]{36},29240,Cell Unavailable,MAJOR,eNB-1,Cell=2,ACTIVE,/,
    );
    expect(report).toContain('(Number of results = 2)');
  });

  it('show the catalogue with effect and first steps, and what waits for a window', async () => {
    const [type] = (await post('LST ALMINF: AID=301;')).rows;
    expect(type).toMatchObject({
      AID: 301,
      ALVL: 'CRITICAL',
      EFFECT: expect.any(String),
      STEPS: expect.any(String),
    });
    expect((await post('LST ALMINF:;')).rows.length).toBeGreaterThan(20);
    await post('SET ALMFILTER: AID=25888, RTP=OFF, CTW=3600;');
    element.report({ object: 'SctpLink=1', alarmId: 25888, state: 'fault' });
    await until(
      'the window',
      async () => (await post('DSP ALMPEND: PHASE=PENDING-RAISE;')).rows.length === 1,
    );
    const [pending] = (await post('DSP ALMPEND: NE=eNB-1, PHASE=PENDING-RAISE;')).rows;
    expect(pending).toMatchObject({ AID: 25888, OBJ: 'SctpLink=1', PHASE: 'PENDING-RAISE', HELD: 'NO' });
  });

  it('ask an NE for its faults', async () => {
    expect((await post('STR ALMSYN: NE=eNB-1;')).retcode).toBe(0);
    expect((await post('STR ALMSYN: NE=eNB-9;')).retcode).toBe(5);
  });

  it('answer in Chinese where that is chosen', async () => {
    expect((await post('SET LANG: LANG=ZH; LST ALMAF: AID=29240;')).report).toMatch(
      /RETCODE = 0 {2}执行成功\n\n活动告警\n--------\n[\s\S]*告警名称 {2}= {2}小区不可用\n[\s\S]*\(结果个数 = 1\)/,
    );
    const { body } = await rest.post<Answered>('/api/v1/mml', {
      command: 'LST ALMAF: CNT=0;',
      language: 'zh',
    });
    expect(body.report).toContain('RETCODE = 4  参数取值错误: CNT 必须是1到1000的整数');
  });

  it('take a program at its word, and refuse what is not confirmed', async () => {
    expect((await post('RMV NE: NE=eNB-1, CONFIRM=N;')).retcode).toBe(6);
    expect((await post('RMV NE: NE="eNB-1";')).retcode).toBe(0);
    expect((await post('RMV NE: NE="eNB-1";')).retcode).toBe(5);
  });
});
