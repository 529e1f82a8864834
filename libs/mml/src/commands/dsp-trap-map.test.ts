import { beforeEach, describe, expect, it } from 'vitest';
import { MmlDesk } from '../testing/mml-desk.js';

let desk: MmlDesk;

beforeEach(() => {
  desk = new MmlDesk();
});

describe('DSP TRAPMAP', () => {
  it('shows what a notification becomes, named by itself or beside its varbinds', async () => {
    const oid = '1.3.6.1.6.3.1.1.5.3';
    const index = '1.3.6.1.2.1.2.2.1.1.4';
    const rows = [
      { LEADS: 'REPORT', RULE: 'linkDown', NE: 'eNB-1', OBJ: 'Interface=4', AID: 90010, STATE: 'FAULT' },
    ];
    expect(await desk.run(`DSP TRAPMAP: OID=".${oid}", VB="${index}=4", SRC=192.0.2.1;`)).toMatchObject({
      rows,
    });
    const printed = `.1.3.6.1.6.3.1.1.4.1.0 = OID: .${oid}; .${index} = INTEGER: 4`;
    expect(await desk.run(`DSP TRAPMAP: VB="${printed}";`)).toMatchObject({ rows });
    expect(desk.backend.asked.map((asked) => JSON.parse(asked))).toMatchObject([
      { notification: oid, varbinds: [{ oid: index, value: 4 }], source: '192.0.2.1' },
      { notification: oid, varbinds: [{}, { oid: index, value: 4 }], source: '127.0.0.1' },
    ]);
  });

  it('says why one becomes nothing', async () => {
    const { rows } = await desk.run('DSP TRAPMAP: OID="1.3.6.1.4.1.9";');
    expect(rows).toMatchObject([{ LEADS: 'NOTHING', WHY: 'unmapped: no rule holds', OBJ: null }]);
  });

  it('needs a notification', async () => {
    expect(await desk.verdictOf('DSP TRAPMAP: VB="1.3.6.1.2.1.1=4";')).toMatch(/^3 .*OID is missing/);
    expect(await desk.verdictOf('DSP TRAPMAP: VB="four";')).toMatch(/^4 .*VB must be OID=value/);
  });
});
