import { describe, expect, it } from 'vitest';
import { studiedTime } from './studied-time.js';

const DAY = 86_400_000;
const NOW = 1_000 * DAY;

describe('the time of a study', () => {
  it('begins to be read an hour earlier, as far as any window reaches', () => {
    expect(studiedTime(NOW - 2 * DAY, NOW - DAY, NOW)).toEqual({
      ...{ readFromAt: NOW - 2 * DAY - 3_600_000, fromAt: NOW - 2 * DAY, untilAt: NOW - DAY },
    });
  });

  it('ends now at the latest', () => {
    expect(studiedTime(NOW - DAY, NOW + DAY, NOW)).toMatchObject({ untilAt: NOW });
  });

  it('is 400 days at the most', () => {
    expect(studiedTime(NOW - 400 * DAY, NOW, NOW)).toMatchObject({ untilAt: NOW });
    expect(studiedTime(NOW - 400 * DAY - 1, NOW, NOW)).toMatchObject({ refused: 'invalid', field: 'from' });
  });

  it('is refused where it has no length, or is still to come', () => {
    expect(studiedTime(NOW - DAY, NOW - DAY, NOW)).toMatchObject({ refused: 'invalid', field: 'until' });
    expect(studiedTime(NOW, NOW + DAY, NOW)).toMatchObject({ refused: 'invalid', field: 'from' });
  });
});
