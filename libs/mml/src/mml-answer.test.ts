import { describe, expect, it } from 'vitest';
import { joinAnswers } from './mml-answer.js';

describe('answers to several commands', () => {
  it('become one with the first code that is not 0, all reports and all rows', () => {
    const joined = joinAnswers([
      { retcode: 0, report: 'a\n', rows: [{ NE: 'x' }] },
      { retcode: 5, report: 'b\n', rows: [] },
      { retcode: 4, report: 'c\n', rows: [{ AID: 1 }, { AID: 2 }] },
    ]);
    expect(joined).toEqual({
      retcode: 5,
      report: 'a\n\nb\n\nc\n',
      rows: [{ NE: 'x' }, { AID: 1 }, { AID: 2 }],
    });
  });

  it('are an empty success where there are none', () => {
    expect(joinAnswers([])).toEqual({ retcode: 0, report: '', rows: [] });
  });
});
