import { beforeEach, describe, expect, it } from 'vitest';
import { MmlDesk } from '../testing/mml-desk.js';

let desk: MmlDesk;

beforeEach(() => {
  desk = new MmlDesk();
});

describe('ALMSHLD', () => {
  it('shelves, lists and ends', async () => {
    const set = await desk.run(
      'SET ALMSHLD: AID=29240, NE=eNB-1, OBJ="Cell=1", DUR=120, RSN="new antenna";',
      'operator',
    );
    expect(set.rows).toEqual([
      expect.objectContaining({
        NE: 'eNB-1',
        OBJ: 'Cell=1',
        AID: '29240',
        ET: '2026-11-23T16:00:00.999Z',
        OWNER: 'ops',
        RSN: 'new antenna',
      }),
    ]);
    expect((await desk.run('LST ALMSHLD: NE=eNB-1;', 'viewer')).rows).toEqual(set.rows);
    expect((await desk.run('LST ALMSHLD: NE=eNB-2;')).rows).toEqual([]);
    expect((await desk.run('RMV ALMSHLD: NE=eNB-1;')).retcode).toBe(5);
    expect((await desk.run('RMV ALMSHLD: AID=29240, NE=eNB-1, OBJ="Cell=1";', 'operator')).retcode).toBe(0);
    expect((await desk.run('LST ALMSHLD:;')).rows).toEqual([]);
  });

  it('names what is wrong', async () => {
    expect(await desk.verdictOf('SET ALMSHLD: DUR=120, RSN="why";')).toMatch(/^3 .*AID, NE/);
    expect(await desk.verdictOf('SET ALMSHLD: NE=eNB-1, RSN="why";')).toMatch(/^3 .*DUR/);
    expect(await desk.verdictOf('SET ALMSHLD: NE=eNB-1, DUR=0, RSN="why";')).toMatch(/^4 .*DUR/);
    expect(await desk.verdictOf('SET ALMSHLD: NE=eNB-1, DUR=20000, RSN="why";')).toMatch(/^4 .*DUR/);
    expect(await desk.verdictOf('SET ALMSHLD: NE=eNB-1, DUR=20, RSN="why";', 'viewer')).toMatch(/^6 /);
    expect(await desk.verdictOf('RMV ALMSHLD: ID=x;')).toMatch(/^5 /);
  });
});
