import { beforeEach, describe, expect, it } from 'vitest';
import type { ListedAlarm } from './backend-alarms.js';
import { commandTable } from './command-table.js';
import { nameOf } from './table/command-spec.js';
import type { MmlRole } from './table/role.js';
import type { MemoryBackend } from './testing/memory-backend.js';
import { MmlDesk } from './testing/mml-desk.js';

let desk: MmlDesk;
let backend: MemoryBackend;
let errors: readonly unknown[];

beforeEach(() => {
  desk = new MmlDesk();
  ({ backend, errors } = desk);
});

const runAll = (text: string, role?: MmlRole) => desk.runAll(text, role);
const run = (text: string, role?: MmlRole) => desk.run(text, role);
const verdictOf = (text: string, role?: MmlRole) => desk.verdictOf(text, role);

/** What stands between the RETCODE line and the end. */
async function bodyOf(text: string): Promise<string[]> {
  const [, body = ''] = (await run(text)).report.split(/^RETCODE = .*\n\n/m);
  return body.replace(/\n\n--- {4}END\n$/, '').split('\n');
}

const alarm: ListedAlarm = {
  ...({ eventType: 'communicationsAlarm', probableCause: 'lossOfSignal', state: 'active' } as const),
  ...{ text: '', info: {}, comments: 0, version: 1, lifeVersion: 1 },
  ...{ faultAt: 0, clearedAt: null, clearedBy: null, intermittent: false, stale: false, shelved: false },
  id: '01930000-0000-7000-8000-000000000001',
  alarmId: 29240,
  name: { en: 'Cell Unavailable', zh: '小区不可用' },
  severity: 'major',
  ne: 'eNB-1',
  object: 'Cell=1',
  raisedAt: Date.UTC(2026, 10, 23, 13, 58, 30),
  reports: 3,
  ack: { state: 'unacknowledged' },
  correlation: { role: 'symptom', rootIds: [], rule: null },
};

describe('SET ALMFILTER', () => {
  it('answers in the frame', async () => {
    const { report, retcode, rows } = await run('set almfilter: aid=29240,\n ctw=90, RTW=15;');
    expect(report).toBe(
      [
        '+++    OMC        2026-11-23 14:00:00',
        'O&M    #12',
        '%%SET ALMFILTER: AID=29240, CTW=90, RTW=15;%%',
        'RETCODE = 0  Operation succeeded',
        '',
        '---    END',
        '',
      ].join('\n'),
    );
    expect({ retcode, rows }).toEqual({ retcode: 0, rows: [] });
  });

  it('hands over the scope, the members that are named and the user', async () => {
    await run('SET ALMFILTER: AID=29240, NE=eNB-1, OBJ="Cell=1", RTP=off, STATTW=0.5, STATCTH=3;');
    expect([...backend.rules.values()]).toEqual([
      {
        scope: { alarmId: 29240, ne: 'eNB-1', object: 'Cell=1' },
        rule: { realTime: false, statWindow: 0.5, statCreate: 3 },
      },
    ]);
    expect(backend.asked).toEqual(['set-filter by ops']);
  });

  it('keeps what is not named, and lets thresholds follow a window named alone', async () => {
    await run('SET ALMFILTER: AID=29240, CTW=30, CTH=18, RTW=30, RTH=2;');
    await run('SET ALMFILTER: AID=29240, CTW=40;');
    expect((await run('LST ALMFILTER: AID=29240;')).rows[0]).toMatchObject({
      CTW: 40,
      CTH: 40,
      RTW: 30,
      RTH: 2,
    });
    await run('SET ALMFILTER: AID=29240, CTH=20, RTW=9;');
    expect((await run('LST ALMFILTER: AID=29240;')).rows[0]).toMatchObject({
      CTW: 40,
      CTH: 20,
      RTW: 9,
      RTH: 0,
    });
  });

  it.each([
    ['SET ALMFILTER: CTW=90;', '3  Parameter missing: AID must be named (an integer from 1 to 2147483647)'],
    [
      'SET ALMFILTER: AID=29240;',
      '3  Parameter missing: at least one of RTP, CTW, CTH, RTW, RTH, STATTW, STATCTH, STATRTH must be named',
    ],
    ['SET ALMFILTER: AID=29240, OBJ="Cell=1", CTW=1;', '3  Parameter missing: NE must be named where OBJ is'],
    [
      'SET ALMFILTER: AID=29240, CTW=3601;',
      '4  Out of range: CTW must be 0 to 3600 seconds, decimals allowed; it is 3601',
    ],
    [
      'SET ALMFILTER: AID=29240, CTW=1e3;',
      '4  Out of range: CTW must be 0 to 3600 seconds, decimals allowed; it is 1e3',
    ],
    [
      'SET ALMFILTER: AID=29240, CTW=1&2;',
      '4  Out of range: CTW must be 0 to 3600 seconds, decimals allowed; it is 1&2 (one value only, without &)',
    ],
    ['SET ALMFILTER: AID=x, CTW=1;', '4  Out of range: AID must be an integer from 1 to 2147483647; it is x'],
    ['SET ALMFILTER: AID=29240, RTP=yes;', '4  Out of range: RTP must be ON or OFF; it is yes'],
    [
      'SET ALMFILTER: AID=29240, STATCTH=1.5;',
      '4  Out of range: STATCTH must be an integer from 0 to 1000; it is 1.5',
    ],
    [
      'SET ALMFILTER: AID=29240, NE="a b", CTW=1;',
      '4  Out of range: NE must be an NE id of 1 to 64 characters A-Z a-z 0-9 . _ -; it is "a b"',
    ],
    [
      'SET ALMFILTER: AID=29240, CTW=9, CTH=10;',
      '4  Out of range: CTH must be more than 0 and at most CTW (9), is 10',
    ],
    ['SET ALMFILTER: AID=1, CTW=9;', '5  Not found: AID names no alarm type'],
    ['SET ALMFILTER: AID=1, AID=2;', '1  Syntax error: AID is given more than once'],
    [
      'RMV ALMFILTER: AID=29240, CTW=1;',
      '4  Out of range: CTW is not a parameter of this command; allowed: AID, NE, OBJ, CONFIRM',
    ],
    ['RMV ALMFILTER: AID=29240;', '5  Not found: no filter is stored for this scope'],
    ['RMV ALMFILTER: NE=eNB-1;', '5  Not found: there is no stored filter of this scope'],
    ['RMV ALMFILTER:;', '3  Parameter missing: at least one of AID, NE must be named'],
    [
      'SET ALMFILTER: AID=29240, CWT=1;',
      '4  Out of range: CWT is not a parameter of this command (did you mean CTW?); allowed: AID, NE, OBJ, RTP, CTW, CTH, RTW, RTH, STATTW, STATCTH, STATRTH',
    ],
    [
      'SET ALMFILTER: AID=29240, STATTW=60;',
      '4  Out of range: STATCTH must be at least 1 where STATTW is not 0, is 0',
    ],
  ])('refuses %s', async (text, verdict) => {
    expect(await verdictOf(text)).toBe(verdict);
    expect(backend.rules.size).toBe(0);
  });

  it('takes decimals without a digit before or behind the point', async () => {
    await run('SET ALMFILTER: AID=29240, CTW=.5, RTW=2.;');
    expect((await run('LST ALMFILTER: AID=29240;')).rows).toMatchObject([{ CTW: 0.5, RTW: 2 }]);
  });

  it('is undone for all alarm types of an NE at once, and only of exactly that scope', async () => {
    for (const scope of ['', ', NE=eNB-1', ', NE=eNB-1, OBJ="Cell=1"', ', NE=eNB-2'])
      await run(`SET ALMFILTER: AID=29240${scope}, CTW=1;`);
    expect(await bodyOf('RMV ALMFILTER: NE=eNB-1;')).toEqual(['Removed: 29240']);
    expect([...backend.rules.values()].map(({ scope }) => scope)).toEqual([
      { alarmId: 29240 },
      { alarmId: 29240, ne: 'eNB-1', object: 'Cell=1' },
      { alarmId: 29240, ne: 'eNB-2' },
    ]);
  });
});

describe('LST ALMFILTER', () => {
  it('shows one filter upright', async () => {
    expect(await bodyOf('LST ALMFILTER: AID=29240;')).toEqual([
      'Alarm filters',
      '-------------',
      '    AID  =  29240',
      '     NE  =  -',
      '    OBJ  =  -',
      '    RTP  =  OFF',
      '    CTW  =  90',
      '    CTH  =  90',
      '    RTW  =  15',
      '    RTH  =  0',
      ' STATTW  =  0',
      'STATCTH  =  0',
      'STATRTH  =  0',
      ' ORIGIN  =  CATALOGUE',
      '(Number of results = 1)',
    ]);
  });

  it('shows several filters as a table', async () => {
    await run('SET ALMFILTER: AID=29240, NE=eNB-100001, OBJ="", CTW=0.5;');
    expect(await bodyOf('LST ALMFILTER:;')).toEqual([
      'Alarm filters',
      '-------------',
      'AID    NE          OBJ  RTP  CTW  CTH  RTW  RTH  STATTW  STATCTH  STATRTH  ORIGIN',
      '',
      '29240  eNB-100001  ""   OFF  0.5  0.5  15   0    0       0        0        STORED',
      '29240  -           -    OFF  90   90   15   0    0       0        0        CATALOGUE',
      '(Number of results = 2)',
    ]);
  });

  it('says that there is none', async () => {
    expect(await bodyOf('LST ALMFILTER: AID=7;')).toEqual([
      'Alarm filters',
      '-------------',
      'No matching result is found',
      '(Number of results = 0)',
    ]);
  });
});

describe('LST ALMAF', () => {
  it('shows alarms as a table, with Chinese object names in their columns', async () => {
    const board = {
      ...alarm,
      severity: 'critical',
      object: 'Board=北京',
      reports: 12,
      shelved: true,
    } as const;
    backend.listed = [alarm, board];
    expect(await bodyOf('LST ALMAF:;')).toEqual([
      'Active alarms',
      '-------------',
      'Alarm ID  Severity  Alarm name        NE     Object      Raised at                 Reports  Ack             Role     Shelved  ID',
      '',
      '29240     MAJOR     Cell Unavailable  eNB-1  Cell=1      2026-11-23T13:58:30.000Z  3        UNACKNOWLEDGED  SYMPTOM  NO       01930000-0000-7000-8000-000000000001',
      '29240     CRITICAL  Cell Unavailable  eNB-1  Board=北京  2026-11-23T13:58:30.000Z  12       UNACKNOWLEDGED  SYMPTOM  YES      01930000-0000-7000-8000-000000000001',
      '(Number of results = 2)',
    ]);
  });

  it('gives its rows as data', async () => {
    backend.listed = [alarm];
    expect((await run('LST ALMAF:;')).rows).toEqual([
      {
        AID: 29240,
        ALVL: 'MAJOR',
        NAME: 'Cell Unavailable',
        NE: 'eNB-1',
        OBJ: 'Cell=1',
        RAISED: '2026-11-23T13:58:30.000Z',
        REPORTS: 3,
        ACK: 'UNACKNOWLEDGED',
        ROLE: 'SYMPTOM',
        SHELVED: 'NO',
        ID: alarm.id,
      },
    ]);
  });

  it('asks for what is named, and for 64 where no count is', async () => {
    await run(
      'LST ALMAF:;LST ALMAF: AID=301&&302&7&301, NE=eNB-1, ALVL=critical&MAJOR, ROLE=Root, CNT=1000;',
    );
    expect(backend.asked.map((asked) => JSON.parse(asked))).toEqual([
      { state: 'active', pageSize: 64 },
      {
        ...{ state: 'active', alarmIds: [301, 302, 7], ne: 'eNB-1', severities: ['critical', 'major'] },
        ...{ roles: ['root'], pageSize: 1000 },
      },
    ]);
  });

  it('says when the count cut some off', async () => {
    backend.listed = [alarm, alarm];
    expect((await bodyOf('LST ALMAF: CNT=1;')).slice(-2)).toEqual([
      '(Number of results = 1)',
      'There are more; CNT lists up to 1000, ALL=YES all of them',
    ]);
  });

  it('makes what came from the network harmless', async () => {
    backend.listed = [{ ...alarm, object: 'Cell=\u001b[2J\n---    END\u202e' }];
    expect(await bodyOf('LST ALMAF:;')).toContain('    Object  =  Cell=\\u{1B}[2J\\u{A}--- END\\u{202E}');
  });

  it.each([
    ['CNT=0', 'CNT must be an integer from 1 to 1000; it is 0'],
    ['CNT=1001', 'CNT must be an integer from 1 to 1000; it is 1001'],
    [
      'ALVL=BAD',
      'ALVL must be CRITICAL, MAJOR, MINOR, WARNING or INDETERMINATE; up to 5 joined by &; it is BAD',
    ],
    [
      'ALVL=MAJR',
      'ALVL must be CRITICAL, MAJOR, MINOR, WARNING or INDETERMINATE; up to 5 joined by &; it is MAJR (did you mean MAJOR?)',
    ],
    [
      'AID=5&&4',
      'AID must be an integer from 1 to 2147483647; up to 1000 joined by &, ranges from&&to; it is 5&&4 (a range goes from the lower to the higher)',
    ],
    [
      'AID=1&&1001',
      'AID must be an integer from 1 to 2147483647; up to 1000 joined by &, ranges from&&to; it is 1&&1001 (the range has 1001 values)',
    ],
    ['ROLE=1&&2', 'ROLE must be ROOT, SYMPTOM or STANDALONE; up to 3 joined by &; it is 1&&2'],
  ])('refuses %s', async (parameter, reason) => {
    expect(await verdictOf(`LST ALMAF: ${parameter};`)).toBe(`4  Out of range: ${reason}`);
  });
});

describe('SET ALMLVL', () => {
  it('sets the severity of a type', async () => {
    expect(await verdictOf('SET ALMLVL: AID=29240, ALVL=Critical;')).toBe('0  Operation succeeded');
    expect(backend.asked).toEqual([expect.stringMatching(/^29240 is critical by /)]);
  });

  it('refuses a type that the catalogue does not have, and a severity that is none', async () => {
    expect(await verdictOf('SET ALMLVL: AID=7, ALVL=MAJOR;')).toBe('5  Not found: AID names no alarm type');
    expect(await verdictOf('SET ALMLVL: AID=29240, ALVL=BAD;')).toContain('4  Out of range: ALVL must be');
  });
});

describe('NE commands', () => {
  it('register, list, show and remove an NE', async () => {
    expect(await verdictOf('ADD NE: NE=eNB-1, IP=fe80::1, PORT=7001;')).toBe('0  Operation succeeded');
    expect(await verdictOf('ADD NE: NE=eNB-2, IP="enb.example.net", PORT=161, KIND=snmp;')).toBe(
      '0  Operation succeeded',
    );
    expect(await bodyOf('LST NE;')).toEqual([
      'Network elements',
      '----------------',
      'NE     Kind  IP               Port  Link',
      '',
      'eNB-1  LINK  fe80::1          7001  CONNECTED',
      'eNB-2  SNMP  enb.example.net  161   CONNECTED',
      '(Number of results = 2)',
    ]);
    expect(await bodyOf('DSP NE: NE=eNB-1;')).toEqual([
      'State of the NE',
      '---------------',
      '                            NE  =  eNB-1',
      '                          Kind  =  LINK',
      '                            IP  =  fe80::1',
      '                          Port  =  7001',
      '                          Link  =  CONNECTED',
      '                          Site  =  Site=7',
      '                        Subnet  =  -',
      '       Objects of the topology  =  60',
      '    Last handshake answered at  =  2026-11-23T13:59:30.000Z',
      'Unanswered handshakes in a row  =  0',
      '             Clock offset (ms)  =  -',
      '                        Reason  =  -',
      '(Number of results = 1)',
    ]);
    expect(await verdictOf('RMV NE: NE=eNB-1;')).toBe('0  Operation succeeded');
    expect([...backend.nes.keys()]).toEqual(['eNB-2']);
  });

  it.each([
    ['DSP NE: NE=eNB-9;', '5  Not found: NE is not registered'],
    ['RMV NE: NE=eNB-9;', '5  Not found: NE is not registered'],
    ['ADD NE: NE=a, IP=b, PORT=1;ADD NE: NE=a, IP=b, PORT=1;', '7  Conflict: NE: a is registered already'],
    [
      'ADD NE: NE=network, IP=b, PORT=1;',
      '4  Out of range: NE must be an NE id of 1 to 64 characters A-Z a-z 0-9 . _ -, not network; it is network',
    ],
    [
      'ADD NE: NE=a, IP=300.1.2.3, PORT=1;',
      '4  Out of range: IP must be an IP address or host name; it is 300.1.2.3',
    ],
    [
      'ADD NE: NE=a, IP="b c", PORT=1;',
      '4  Out of range: IP must be an IP address or host name; it is "b c"',
    ],
    [
      'ADD NE: NE=a, IP=b, PORT=65536;',
      '4  Out of range: PORT must be an integer from 1 to 65535; it is 65536',
    ],
    [
      'ADD NE: NE=a;',
      '3  Parameter missing: IP must be named (an IP address or host name); PORT must be named (an integer from 1 to 65535)',
    ],
  ])('refuse %s', async (text, verdict) => {
    expect(await verdictOf(text)).toBe(verdict);
  });
});

describe('HLP', () => {
  it('lists every command with its least role', async () => {
    const lines = await bodyOf('HLP;');
    expect(lines.slice(0, 5)).toEqual([
      'Commands',
      '--------',
      expect.stringMatching(/^Command +Function +Least role$/),
      '',
      expect.stringMatching(/^SET ALMFILTER {2,}Set the hold-off filter of an alarm type {2,}engineer$/),
    ]);
    expect(lines.at(-1)).toBe(`(Number of results = ${commandTable.length})`);
    expect((await run('HLP;')).rows.map(({ CMD }) => CMD)).toEqual(commandTable.map(nameOf));
  });

  it('explains one command', async () => {
    expect(await bodyOf('HLP: CMD="lst  ne";')).toEqual([
      'Command     LST NE',
      'Function    List NEs (查询网元)',
      'Least role  viewer',
      'Syntax      LST NE: [NE=…];',
      'Example     LST NE:;',
      '',
      'Parameters',
      '----------',
      'Parameter  =  NE',
      ' Required  =  NO',
      '   Values  =  an NE id of 1 to 64 characters A-Z a-z 0-9 . _ -',
      '  Default  =  -',
      '  Meaning  =  NE id',
      '(Number of results = 1)',
    ]);
  });

  it('finds the command that was probably meant', async () => {
    expect(await verdictOf('HLP: CMD="LST ALMFA";')).toBe(
      '5  Not found: CMD names no command (did you mean LST ALMAF?)',
    );
  });
});

describe('the other alarm commands', () => {
  it('LST ALMLOG asks for all alarms of a time, or the cleared ones', async () => {
    await run('LST ALMLOG: ST="2026-11-23 00:00:00", ET=2026-11-23T14:00:00Z, CLRFLG=cleared, CNT=5;');
    expect(backend.asked.map((asked) => JSON.parse(asked))).toEqual([
      {
        ...{ state: 'cleared', pageSize: 5 },
        ...{ fromAt: Date.UTC(2026, 10, 23), untilAt: Date.UTC(2026, 10, 23, 14) },
      },
    ]);
  });

  it('DSP ALM tells why an alarm is there', async () => {
    backend.listed = [alarm];
    expect((await bodyOf(`DSP ALM: ID=${alarm.id};`)).slice(0, 6)).toEqual([
      'It is out.',
      '1. eNB-1//Cell=1 out by what it requires: eNB-1//Rru=0',
      '',
      'Last changes (1 of 1)',
      '1970-01-01T00:00:00.000Z  Comment by ops: one\\u{A}two',
      '',
    ]);
    expect(await verdictOf('DSP ALM: ID="01930000-0000-7000-8000-00000000000f";')).toBe(
      '5  Not found: ID names no alarm',
    );
    expect(await verdictOf('DSP ALM: ID=1;')).toContain('4  Out of range: ID must be the ID of an alarm');
  });

  it('LST ALMINF shows one type with its effect and first steps, and many without', async () => {
    const type = (alarmId: number) => ({
      ...{ alarmId, name: alarm.name, severity: 'major', eventType: 'communicationsAlarm' },
      ...{ probableCause: 'x', failureClass: 'down', origin: 'report', objectType: 'Cell', source: 'own' },
      meaning: { en: 'm', zh: '义' },
      effect: { en: 'No service.', zh: '业务中断。' },
      causes: { en: 'c', zh: '因' },
      firstSteps: { en: '1. Look.', zh: '1. 查看。' },
    });
    backend.types = [type(1), type(2)] as unknown as typeof backend.types;
    expect(await bodyOf('LST ALMINF: AID=1;')).toContain('        Effect  =  No service.');
    const many = await run('LST ALMINF;');
    expect(many.report).not.toContain('No service.');
    expect(many.rows[1]).toMatchObject({ AID: 2, EFFECT: 'No service.', STEPS: '1. Look.' });
    expect((await run('SET LANG: LANG=zh; LST ALMINF: AID=2;')).report).toContain('    影响  =  业务中断。');
    expect(await verdictOf('LST ALMINF: AID=9;')).toMatch(/^5 /);
  });

  it('LST ALMSTAT counts', async () => {
    const { rows } = await run('LST ALMSTAT: ALVL=MAJOR;');
    expect(rows).toEqual([
      {
        ...{ AID: 29240, NAME: 'Cell Unavailable', RAISED: 3, ACTIVE: 1, MEAN: 1.5 },
        ...{ CRITICAL: 1, MAJOR: 2, MINOR: 0, WARNING: 0, INDETERMINATE: 0 },
      },
    ]);
    await run('LST ALMSTAT: BY=hour;');
    expect(JSON.parse(backend.asked.at(-1) ?? '')).toEqual({ by: 'hour', state: 'all', most: 64 });
    expect(await verdictOf('LST ALMSTAT: ST="2030-01-01";')).toBe(
      '4  Out of range: ST must not be later than now',
    );
  });

  it('EXP ALMLOG gives the log as CSV whose cells begin no formula, or as JSON', async () => {
    backend.listed = [{ ...alarm, text: '=1+1,"x"' }];
    const csv = await bodyOf('EXP ALMLOG;');
    expect(csv[2]).toBe(
      'ID,AID,NAME,ALVL,NE,OBJ,STATE,FAULT,RAISED,CLEARED,CLEAREDBY,ACK,ACKBY,ROLE,REPORTS,TEXT',
    );
    expect(csv[3]).toMatch(/^01930000-\S+,29240,Cell Unavailable,MAJOR,eNB-1,Cell=1,ACTIVE,/);
    expect(csv[3]?.endsWith(`,"'=1+1,""x"""`)).toBe(true);
    const json = await bodyOf('EXP ALMLOG: FMT=JSON;');
    expect(JSON.parse(json[2] ?? '')).toMatchObject({ AID: 29240, TEXT: '=1+1,"x"', CLEARED: null });
  });

  it('STR ALMSYN asks a registered NE', async () => {
    await run('ADD NE: NE=a, IP=b, PORT=1;');
    expect(await verdictOf('STR ALMSYN: NE=a;', 'operator')).toBe('0  Operation succeeded');
    expect(await verdictOf('STR ALMSYN: NE=b;')).toBe('5  Not found: NE is not registered');
    expect(await verdictOf('STR ALMSYN: NE=a;', 'viewer')).toMatch(/^6 /);
  });

  it('ACK, UAK, CLR and CMT ALM act on one alarm or several, each by itself', async () => {
    const other = { ...alarm, id: '01930000-0000-7000-8000-000000000002' };
    backend.listed = [alarm, { ...other, ack: { state: 'acknowledged' } }];
    expect(await verdictOf(`ACK ALM: ID=${alarm.id}, CMT="seen";`, 'operator')).toBe(
      '0  Operation succeeded',
    );
    expect(backend.asked).toEqual([JSON.stringify(['acknowledge', [alarm.id], 'seen', 'ops'])]);
    expect(await verdictOf(`ACK ALM: ID=${other.id};`)).toBe('7  Conflict: ID: already acknowledged by ops');
    const nobody = '01930000-0000-7000-8000-00000000000f';
    expect(await verdictOf(`UAK ALM: ID="${nobody}";`)).toBe('5  Not found: ID names no alarm');
    const several = await run(`ACK ALM: ID=${alarm.id}&${other.id}&"${nobody}";`);
    expect(several.report.split('\n').slice(3, 8)).toEqual([
      'RETCODE = 7  Conflict: ID: already acknowledged by ops (2 of 3 failed)',
      '',
      `${alarm.id}  done`,
      `${other.id}  already acknowledged by ops`,
      `${nobody}  names no alarm`,
    ]);
    expect(await verdictOf(`CLR ALM: ID=${alarm.id};`)).toBe('0  Operation succeeded');
    expect(await verdictOf(`CMT ALM: ID=${alarm.id};`)).toContain('3  Parameter missing: CMT must be named');
    expect(await verdictOf(`CLR ALM: ID=${alarm.id};`, 'viewer')).toMatch(/^6 /);
  });

  it('those of a session that lasts are refused elsewhere', async () => {
    for (const text of ['LGI: OP=a, PWD=b;', 'LGO;', 'STR ALMRPT;', 'STP ALMRPT;'])
      expect(await verdictOf(text)).toMatch(/^6 /);
  });
});

describe('long results', () => {
  beforeEach(() => {
    backend.listed = Array.from({ length: 2500 }, (_, index) => ({ ...alarm, object: `Cell=${index}` }));
  });

  it('come in several reports where they are dealt out, with all rows once', async () => {
    desk.rowsPerReport = 1000;
    const answers = await runAll('LST ALMAF: ALL=YES;');
    expect(answers.map(({ rows }) => rows.length)).toEqual([1000, 1000, 500]);
    expect(answers.map(({ continued }) => continued)).toEqual([true, true, undefined]);
    expect(answers.map(({ report }) => report.split('\n').slice(-5, -3).join('|'))).toEqual([
      expect.stringMatching(/\|To be continued\.\.\.$/),
      expect.stringMatching(/\|To be continued\.\.\.$/),
      '(Number of results = 2500)|There are together 3 reports',
    ]);
    expect(new Set(answers.map(({ report }) => report.split('\n')[1]))).toEqual(new Set(['O&M    #12']));
  });

  it('are cut off at the most that is shown, and say so', async () => {
    desk.mostRows = 1200;
    const [only, ...others] = await runAll('LST ALMAF: ALL=YES;');
    expect([only?.rows.length, others.length]).toEqual([1200, 0]);
    expect(only?.report).toContain('(Number of results = 1200)\nThere are more\n');
  });

  it('end with RETCODE 9 where reading them breaks off', async () => {
    const broken = new Error('database is gone');
    desk.rowsPerReport = 1000;
    const listed = backend.alarms.bind(backend);
    backend.alarms = async function* (selection, size) {
      let pages = 0;
      for await (const page of listed(selection, size)) {
        if (pages++ === 2) throw broken;
        yield page;
      }
    };
    expect((await runAll('LST ALMAF: ALL=YES;')).map(({ retcode }) => retcode)).toEqual([0, 9]);
    expect(errors).toEqual([broken]);
  });
});

describe('dangerous commands', () => {
  it('are not run where they are not confirmed', async () => {
    await run('ADD NE: NE=a, IP=b, PORT=1;');
    expect(await verdictOf('RMV NE: NE=a, CONFIRM=N;')).toBe('6  Not allowed: not confirmed (CONFIRM=N)');
    expect(await verdictOf('RMV NE: NE=a, CONFIRM=y;')).toBe('0  Operation succeeded');
  });
});

describe('Chinese', () => {
  it('says why a link is down', async () => {
    await run('ADD NE: NE=a, IP=b, PORT=1;');
    backend.linkReason = 'refused';
    desk.language = 'zh';
    const { report } = await run('DSP NE: NE=a;');
    expect(report).toContain('原因  =  连接被拒绝');
  });

  it('is in the words, the headings and the reasons, in columns of its width', async () => {
    backend.listed = [alarm, { ...alarm, object: '' }];
    desk.language = 'zh';
    const { report } = await run('LST ALMAF;');
    expect(report.split('\n').slice(3)).toEqual([
      'RETCODE = 0  执行成功',
      '',
      '活动告警',
      '--------',
      '告警ID  级别   告警名称    网元   对象    产生时间                  上报次数  确认状态        角色     已搁置  流水号',
      '',
      '29240   MAJOR  小区不可用  eNB-1  Cell=1  2026-11-23T13:58:30.000Z  3         UNACKNOWLEDGED  SYMPTOM  NO      01930000-0000-7000-8000-000000000001',
      '29240   MAJOR  小区不可用  eNB-1  ""      2026-11-23T13:58:30.000Z  3         UNACKNOWLEDGED  SYMPTOM  NO      01930000-0000-7000-8000-000000000001',
      '(结果个数 = 2)',
      '',
      '---    END',
      '',
    ]);
    expect(await verdictOf('LST ALMAF: CNT=0;')).toBe('4  参数取值错误: CNT 必须是1到1000的整数；输入值为 0');
  });
});

describe('unknown commands', () => {
  it.each([
    [
      'LST;',
      'LST (did you mean LST ALMFILTER, LST ALMAF, LST ALMSHLD, LST ALMLOG, LST ALMSTAT, LST ALMINF, LST NE, LST SNMPUSR, LST USER or LST AUDIT?)',
    ],
    ['SET ALMFILTR: AID=1;', 'SET ALMFILTR (did you mean SET ALMFILTER?)'],
    [
      'SHOW ALMFILTER;',
      'SHOW ALMFILTER (did you mean SET ALMFILTER, LST ALMFILTER, DSP ALMFILTER or RMV ALMFILTER?)',
    ],
    ['FROBNICATE;', 'FROBNICATE'],
  ])('are told with what was probably meant: %s', async (text, told) => {
    expect(await verdictOf(text)).toBe(`2  Unknown command: ${told}; HLP:; lists all commands`);
  });
});

describe('rights', () => {
  it.each([
    'SET ALMFILTER: AID=29240, CTW=1;',
    'RMV ALMFILTER: AID=29240;',
    'ADD NE: NE=a, IP=b, PORT=1;',
    'RMV NE: NE=a;',
  ])('keep an operator from %s', async (text) => {
    const name = text.slice(0, text.indexOf(':'));
    expect(await verdictOf(text, 'operator')).toBe(
      `6  Not allowed: ${name} needs the role engineer; yours is operator`,
    );
    expect(backend.asked).toEqual([]);
  });

  it('let a viewer list and ask for help', async () => {
    const answers = await runAll('LST ALMFILTER;LST ALMAF;LST NE;HLP;', 'viewer');
    expect(answers.map(({ retcode }) => retcode)).toEqual([0, 0, 0, 0]);
  });

  it('let an admin do what an engineer may', async () => {
    expect(await verdictOf('SET ALMFILTER: AID=29240, CTW=1;', 'admin')).toBe('0  Operation succeeded');
  });
});

describe('a text of several commands', () => {
  it('has an answer with its own number for each, also after one that failed', async () => {
    const answers = await runAll('DSP NE: NE=x;\nLST NE:;');
    expect(answers.map(({ retcode }) => retcode)).toEqual([5, 0]);
    expect(answers.map(({ report }) => report.split('\n')[1])).toEqual(['O&M    #12', 'O&M    #13']);
  });

  it('runs nothing where its syntax is wrong, and shows the place', async () => {
    const [answer, ...others] = await runAll('SET ALMFILTER: AID=29240, CTW=5;\nLST ALMAF: CNT 5;');
    expect(answer?.report).toBe(
      [
        '+++    OMC        2026-11-23 14:00:00',
        'O&M    #12',
        '%%SET ALMFILTER: AID=29240, CTW=5; LST ALMAF: CNT 5;%%',
        'RETCODE = 1  Syntax error: line 2, column 16: expected "=" after CNT, found "5"',
        '',
        'LST ALMAF: CNT 5;',
        '               ^',
        '',
        '---    END',
        '',
      ].join('\n'),
    );
    expect([answer?.retcode, others, backend.rules.size]).toEqual([1, [], 0]);
  });

  it('has no answer where there is no command', async () => {
    expect(await runAll(' // nothing\n')).toEqual([]);
  });

  it('shortens a long text that is no MML', async () => {
    const { report } = await run(`LST ${'x '.repeat(30_000)}`);
    expect(report.split('\n')[2]).toHaveLength(2 + 120 + 1 + 2);
  });
});

describe('a backend that breaks', () => {
  it('is an internal error to the operator and a logged one to the system', async () => {
    const broken = new Error('database is gone');
    backend.readNe = () => Promise.reject(broken);
    const verdict = await verdictOf('DSP NE: NE=a;');
    expect(verdict).toBe('9  Internal error: the command was not carried out; the log of the OMC says why');
    expect(errors).toEqual([broken]);
  });
});
