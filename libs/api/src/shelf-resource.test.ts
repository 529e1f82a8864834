import { describe, expect, it } from 'vitest';
import { shelfMatch } from './shelf-resource.js';

describe('what a shelf goes by', () => {
  it.each([
    [{ severity: 'minor' }, { severity: ['minor'] }],
    [{ severity: 'minor,warning' }, { severity: ['minor', 'warning'] }],
    [{ severity: ['minor', 'warning'] }, { severity: ['minor', 'warning'] }],
    [{ alarmId: 29240 }, { alarmId: [29240] }],
    [{ alarmId: '29240,301' }, { alarmId: [29240, 301] }],
    [{ alarmId: ['29240', 301] }, { alarmId: [29240, 301] }],
    [{ ne: 'eNB-1' }, { ne: 'eNB-1' }],
    [
      { ne: ['eNB-1'], object: '' },
      { ne: 'eNB-1', object: '' },
    ],
  ])('may be written as the list of alarms takes it: %j', (written, meant) => {
    expect(shelfMatch.parse(written)).toEqual(meant);
  });

  it.each([
    { severity: 'minor,hot' },
    { severity: '' },
    { alarmId: '29240,' },
    { alarmId: '0x7238' },
    { alarmId: [] },
  ])('is refused: %j', (written) => {
    expect(shelfMatch.safeParse(written).success).toBe(false);
  });

  it.each([
    [{ ne: ['eNB-1', 'eNB-2'] }, 'one NE'],
    [{ ne: 'eNB-1,eNB-2' }, 'one NE'],
    [{ role: 'symptom' }, 'nothing to shelve by'],
  ])('is refused with what is allowed: %j', (written, allowed) => {
    expect(shelfMatch.safeParse(written).error?.message).toContain(allowed);
  });
});
