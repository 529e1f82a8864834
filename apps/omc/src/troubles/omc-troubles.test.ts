import { describe, expect, it } from 'vitest';
import { OmcTroubles } from './omc-troubles.js';

const S = 1000;
const fine = { waitingSince: undefined, reason: undefined };
const troubles = () => new OmcTroubles(5, () => false);

describe('the troubles of the OMC', () => {
  it('are a database that owes an answer for 5 s, since it was asked', () => {
    const watch = troubles();
    const waits = { waitingSince: 10 * S, reason: 'refused' };
    expect(watch.look(waits, 14 * S)).toEqual([]);
    expect(watch.look(waits, 15 * S)).toMatchObject([
      {
        trouble: 'Database',
        turn: 'begun',
        sinceAt: 10 * S,
        at: 15 * S,
        text: 'The database does not answer: refused',
        info: { reason: 'refused' },
      },
    ]);
    expect(watch.open).toEqual(['Database']);
    expect(watch.look({ waitingSince: 19 * S, reason: undefined }, 20 * S)).toMatchObject([
      { turn: 'ended', at: 20 * S },
    ]);
  });

  it('are no busy database: each commit is short', () => {
    const watch = troubles();
    for (let s = 1; s < 60; s++)
      expect(watch.look({ waitingSince: s * S - 900, reason: undefined }, s * S)).toEqual([]);
  });

  it('are decisions that are late again and again, and none that is late once', () => {
    const watch = troubles();
    watch.follow({ dueInstants: [0] }, 251);
    for (let s = 1; s < 30; s++) expect(watch.look(fine, s * S)).toEqual([]);
    const begun: unknown[] = [];
    for (let s = 30; s < 60; s++) {
      watch.follow({ dueInstants: [s * S - 300, s * S - 10] }, s * S);
      begun.push(...watch.look(fine, s * S));
    }
    expect(begun).toMatchObject([
      { trouble: 'Lateness', sinceAt: 30 * S, at: 40 * S, info: { latenessMs: 300 } },
    ]);
  });

  it('are a disk with less free than is set, until a little more is', () => {
    const watch = troubles();
    expect(watch.lookAtDisk(undefined, 0)).toEqual([]);
    expect(watch.lookAtDisk(5, 0)).toEqual([]);
    expect(watch.lookAtDisk(4.96, S)).toMatchObject([
      { trouble: 'Disk', text: '5 % of the disk of the data directory is free' },
    ]);
    expect(watch.lookAtDisk(5.5, 2 * S)).toEqual([]);
    expect(watch.lookAtDisk(6, 3 * S)).toMatchObject([{ turn: 'ended' }]);
  });

  it('are datagrams that the kernel dropped, until none was for a minute', () => {
    const watch = troubles();
    expect(watch.lookAtDrops(0, 0)).toEqual([]);
    expect(watch.lookAtDrops(7, 10 * S)).toMatchObject([{ trouble: 'Losses', info: { dropped: 7 } }]);
    expect(watch.lookAtDrops(8, 60 * S)).toEqual([]);
    expect(watch.lookAtDrops(8, 119 * S)).toEqual([]);
    expect(watch.lookAtDrops(8, 120 * S)).toMatchObject([{ turn: 'ended' }]);
  });
});
