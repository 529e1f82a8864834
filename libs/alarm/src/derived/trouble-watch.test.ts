import { describe, expect, it } from 'vitest';
import { TroubleWatch } from './trouble-watch.js';

const S = 1000;
const rule = { afterMs: 10 * S, graceMs: 50 * S };

/** Looks each second; `isSo` tells how it is. Gives the turns, each with the second of its look. */
function turnsOf(watch: TroubleWatch, seconds: number, isSo: (second: number) => boolean) {
  const turns: [second: number, kind: string, at: number][] = [];
  for (let second = 0; second < seconds; second++) {
    const turn = watch.look(isSo(second), second * S);
    if (turn !== undefined) turns.push([second, turn.kind, turn.at]);
  }
  return turns;
}

describe('a trouble of the OMC', () => {
  it('begins when it has lasted, with the time at which it began, and is over when it has not been seen for long', () => {
    expect(turnsOf(new TroubleWatch(rule, false), 100, (s) => s >= 5 && s < 30)).toEqual([
      [15, 'begun', 5 * S],
      [79, 'ended', 79 * S],
    ]);
  });

  it('stays quiet where it never lasts', () => {
    expect(turnsOf(new TroubleWatch(rule, false), 200, (s) => s % 12 < 9)).toEqual([]);
  });

  it('does not end for a pause that is shorter than its grace', () => {
    expect(turnsOf(new TroubleWatch(rule, false), 200, (s) => s % 60 < 12)).toEqual([[10, 'begun', 0]]);
  });

  it('began when it is known to have begun, not when it was looked at', () => {
    const watch = new TroubleWatch({ afterMs: 0, graceMs: 0 }, false);
    expect(watch.look(true, 9 * S, 4 * S)).toEqual({ kind: 'begun', at: 4 * S });
    expect(watch.look(false, 10 * S)).toEqual({ kind: 'ended', at: 10 * S });
    expect(watch.look(true, 12 * S, 11 * S)).toEqual({ kind: 'begun', at: 11 * S });
  });

  it('that is open from before a restart is over with the first look that does not see it', () => {
    const watch = new TroubleWatch(rule, true);
    expect(watch.look(true, 0)).toBeUndefined();
    expect(watch.isOpen).toBe(true);
    expect(new TroubleWatch(rule, true).look(false, S)).toEqual({ kind: 'ended', at: S });
  });
});
