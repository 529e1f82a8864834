import type { KeyEntry } from '@omc/alarm';
import { beforeEach, describe, expect, it } from 'vitest';
import { runCommands } from '../run-commands.js';
import { MemoryBackend } from '../testing/memory-backend.js';

const key = { ne: 'eNB-1', object: 'Cell=1', alarmId: 29240 };
let backend: MemoryBackend;

/** Seconds after the beginning of what is studied. */
const entry = (
  second: number,
  state: KeyEntry['state'],
  kind: KeyEntry['kind'] = 'transition',
): KeyEntry => ({
  ...{ ...key, kind, state, at: backend.studies.fromAt + 1_000 * second },
});

beforeEach(() => {
  backend = new MemoryBackend();
  backend.studies.entries = [
    entry(10, 'fault'),
    entry(40, 'ok'),
    entry(100, 'fault'),
    entry(190, 'fault', 'decision'),
    entry(300, 'ok'),
    entry(315, 'ok', 'decision'),
  ];
});

async function run(text: string) {
  let number = 0;
  const [answer] = await runCommands(text, backend, {
    ...{ user: 'ops', role: 'viewer', limited: false, clock: { now: () => 0 }, language: 'en' },
    ...{ rowsPerReport: 1000, mostRows: 1000 },
    nextNumber: () => ++number,
    logError: (error) => expect(error).toBeUndefined(),
  });
  if (answer === undefined) throw new Error('no answer');
  const lines = answer.report.split('\n').slice(3, -3);
  return { ...answer, lines };
}

describe('DSP ALMFILTER', () => {
  it('with members shows what they would have done above what was done', async () => {
    const { lines, rows } = await run('DSP ALMFILTER: AID=29240, CTW=20;');
    expect(lines.slice(0, 8)).toEqual([
      'RETCODE = 0  Operation succeeded',
      '',
      'Events from 2026-11-23T13:00:00.000Z to 2026-11-23T14:00:00.000Z; faults: 2, keys: 1',
      'Proposed: RTP=OFF, CTW=20, CTH=20, RTW=15, RTH=0, STATTW=0, STATCTH=0, STATRTH=0',
      'Faults no longer shown: 0; newly shown: 1; alarms later: 0; earlier: 1',
      '',
      'Dry run',
      '-------',
    ]);
    expect(rows).toEqual([
      {
        ...{ FILTER: 'PROPOSED', RAISED: 2, DELAYED: 2, MEANDELAY: 20, MAXDELAY: 20, HIDDEN: 0 },
        ...{ LONGEST: null, NE: null, OBJ: null, AT: null, JOINED: 0, PENDING: 0 },
      },
      {
        ...{ FILTER: 'DONE', RAISED: 1, DELAYED: 1, MEANDELAY: 90, MAXDELAY: 90, HIDDEN: 1 },
        ...{ LONGEST: 30, NE: 'eNB-1', OBJ: 'Cell=1', AT: '2026-11-23T13:00:10.000Z', JOINED: 0, PENDING: 0 },
      },
    ]);
    expect(backend.rules.size).toBe(0);
  });

  it('hands over scope and times', async () => {
    await run(
      'DSP ALMFILTER: AID=29240, NE=eNB-1, OBJ="", RTW=1, ST="2026-11-23 13:00", ET=2026-11-23T14:00:00Z;',
    );
    const [fromAt, untilAt] = [Date.UTC(2026, 10, 23, 13), Date.UTC(2026, 10, 23, 14)];
    expect(backend.asked).toEqual([
      `dry-run ${JSON.stringify([
        { alarmId: 29240, ne: 'eNB-1', object: '' },
        { fromAt, untilAt },
      ])}`,
    ]);
  });

  it('without members shows pairs of windows, one of them suggested', async () => {
    const { lines, rows } = await run('DSP ALMFILTER: AID=29240;');
    expect(lines).toContain('Alarms with it: 1; without any hold-off: 2');
    expect(lines).toContain(
      'Seconds of fault: 50 % at most 30, 90 % 200, 99 % 200; of ok between faults: 50 % at most 60, 90 % 60, 99 % 60',
    );
    expect(rows).toEqual([
      {
        ...{ CTW: 0, RTW: 0, ALARMS: 2, SAVED: 0, SAVEDNOW: -1, MEANDELAY: 0, LONGEST: 0 },
        SUGGESTED: 'NO',
      },
      {
        ...{ CTW: 60, RTW: 0, ALARMS: 1, SAVED: 1, SAVEDNOW: 0, MEANDELAY: 60, LONGEST: 30 },
        SUGGESTED: 'YES',
      },
      {
        ...{ CTW: 300, RTW: 0, ALARMS: 0, SAVED: 2, SAVEDNOW: 1, MEANDELAY: null, LONGEST: 200 },
        SUGGESTED: 'NO',
      },
    ]);
  });

  it('says what is no longer stored', async () => {
    backend.studies.coveredFromAt = backend.studies.fromAt + 60_000;
    expect((await run('DSP ALMFILTER: AID=29240;')).lines).toContain(
      'Before 2026-11-23T13:01:00.000Z not all of them are stored any more',
    );
  });

  it.each([
    ['AID=29240, CTW=5, CTH=9', '4  Out of range: CTH must be more than 0 and at most CTW (5), is 9'],
    ['AID=29240, ST=2026-11-24, ET=2026-11-23', '4  Out of range: ET must not be before ST'],
    [
      'AID=29240, ST=yesterday',
      '4  Out of range: ST must be a time in UTC such as "2026-11-23 14:00:00" or 2026-11-23T14:00:00.000Z; it is yesterday',
    ],
    ['CTW=5', '3  Parameter missing: AID must be named (an integer from 1 to 2147483647)'],
  ])('refuses %s', async (parameters, verdict) => {
    expect((await run(`DSP ALMFILTER: ${parameters};`)).lines[0]).toBe(`RETCODE = ${verdict}`);
  });
});
