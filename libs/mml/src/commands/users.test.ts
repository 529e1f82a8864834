import { describe, expect, it } from 'vitest';
import { MmlDesk } from '../testing/mml-desk.js';

describe('ADD, LST and RMV USER', () => {
  it('let somebody in for some NEs, list and remove them', async () => {
    const desk = new MmlDesk();
    const added =
      'ADD USER: USER=wang, ROLE=OPERATOR, PWD="lantern river 42", NE=eNB-1&eNB-2, SUBNET="Subnet=1";';
    const { report, retcode } = await desk.run(added, 'admin');
    expect(retcode).toBe(0);
    expect(report).toContain(
      '%%ADD USER: USER=wang, ROLE=OPERATOR, PWD=*****, NE=eNB-1&eNB-2, SUBNET="Subnet=1";%%',
    );
    expect(report).not.toContain('lantern');
    const { rows } = await desk.run('LST USER: USER=wang;', 'admin');
    expect(rows).toEqual([
      expect.objectContaining({
        ...{ USER: 'wang', ROLE: 'OPERATOR', NE: 'eNB-1&eNB-2', SUBNET: 'Subnet=1' },
        ...{ STATE: 'ENABLED', CHGPWD: 'NO', CREATEDBY: 'ops' },
      }),
    ]);
    expect((await desk.run('RMV USER: USER=wang;', 'admin')).retcode).toBe(0);
    expect((await desk.run('LST USER:;', 'admin')).rows).toEqual([]);
  });

  it('show a password that was made once, and have it changed', async () => {
    const desk = new MmlDesk();
    const { report, rows } = await desk.run('ADD USER: USER=li, ROLE=VIEWER;', 'admin');
    expect(rows).toEqual([{ USER: 'li', ROLE: 'VIEWER', PWD: 'made-for-you-17' }]);
    expect(report).toMatch(
      /\nPassword {2}= {2}made-for-you-17\n[\s\S]*The password is shown only this once\./,
    );
    const listed = await desk.run('LST USER:;', 'admin');
    expect(listed.rows[0]).toMatchObject({ NE: 'ALL', SUBNET: null, CHGPWD: 'YES' });
    expect(JSON.stringify(listed)).not.toContain('made-for-you');
  });

  it('refuse in the language of the session', async () => {
    const desk = new MmlDesk();
    desk.language = 'zh';
    await desk.run('ADD USER: USER=li, ROLE=VIEWER;', 'admin');
    expect(await desk.verdictOf('ADD USER: USER=li, ROLE=VIEWER;', 'admin')).toBe(
      '7  冲突: USER: 用户li已存在',
    );
    expect(await desk.verdictOf('RMV USER: USER=nobody;', 'admin')).toBe('5  未找到: USER: 没有用户nobody');
  });

  it('are for admins of the whole network', async () => {
    const desk = new MmlDesk();
    for (const command of [
      'LST USER:;',
      'ADD USER: USER=a, ROLE=VIEWER;',
      'RMV USER: USER=a;',
      'LST AUDIT:;',
    ]) {
      expect(await desk.verdictOf(command, 'engineer')).toMatch(
        /^6 .* needs the role admin; yours is engineer$/,
      );
      desk.limited = true;
      expect(await desk.verdictOf(command, 'admin')).toMatch(
        /^6 .* concerns all NEs, and you are limited to some$/,
      );
      desk.limited = false;
    }
  });
});

it('LST AUDIT lists who did what, for what is named', async () => {
  const desk = new MmlDesk();
  desk.backend.people.entries = [
    {
      ...{
        id: 7,
        at: 0,
        user: 'wang',
        from: '192.0.2.7',
        via: 'mml',
        action: 'set-filter',
        target: 'type 29240',
      },
      ...{ before: null, after: { createWindow: 90 } },
    },
  ];
  const { rows } = await desk.run('LST AUDIT: USER=wang, ACT="set-filter", CNT=10;', 'admin');
  expect(desk.backend.asked).toEqual([JSON.stringify({ user: 'wang', action: 'set-filter', pageSize: 10 })]);
  expect(rows).toEqual([
    {
      ...{ ID: 7, AT: '1970-01-01T00:00:00.000Z', USER: 'wang', FROM: '192.0.2.7', VIA: 'MML' },
      ...{ ACT: 'set-filter', TGT: 'type 29240', BEFORE: null, AFTER: '{"createWindow":90}' },
    },
  ]);
});
