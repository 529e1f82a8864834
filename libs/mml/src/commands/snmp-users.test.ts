import { beforeEach, describe, expect, it } from 'vitest';
import { MmlDesk } from '../testing/mml-desk.js';

let desk: MmlDesk;

beforeEach(() => {
  desk = new MmlDesk();
});

describe('passwords', () => {
  const add = (passwords: string) => `ADD SNMPUSR: USER=station, ${passwords};`;
  const reportOf = async (text: string) => (await desk.runAll(text)).map(({ report }) => report).join();

  it('reach the system, and no report', async () => {
    const report = await reportOf(add('APWD="secret \\" one", PPWD=secret-two'));
    expect(report).toContain('%%ADD SNMPUSR: USER=station, APWD=*****, PPWD=*****;%%');
    expect(desk.backend.asked).toEqual(['{"authPassword":"secret \\" one","privPassword":"secret-two"}']);
    expect((await desk.run('LST SNMPUSR:;')).rows).toMatchObject([
      { USER: 'station', AUTH: 'SHA256', PRIV: 'AES' },
    ]);
    expect((await desk.run('RMV SNMPUSR: USER=station;')).retcode).toBe(0);
    expect((await desk.run('RMV SNMPUSR: USER=station;')).retcode).toBe(5);
  });

  it.each([
    ['too short', add('APWD=secret, PPWD=secret-two')],
    ['too long', add(`APWD="${'secret'.repeat(50)}", PPWD=secret-two`)],
    ['several', add('APWD=secret&secret, PPWD=secret-two')],
    ['missing beside another', add('PPWD=secret-two')],
    ['of an unknown command', 'ADD SNMPUSER: APWD="secret one", ppwd=secret-two;'],
    ['beside a mistake', 'ADD SNMPUSR: APWD="secret one", PPWD=secret-two, USER station;'],
    ['without an end', 'ADD SNMPUSR: USER=a, APWD="secret one'],
  ])('that are %s are not repeated either', async (_, text) => {
    const report = await reportOf(text);
    expect(report).not.toContain('secret');
    expect(report).not.toContain('RETCODE = 0');
  });
});
