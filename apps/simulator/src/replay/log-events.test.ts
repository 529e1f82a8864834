import { isObjectName } from '@omc/alarm';
import { describe, expect, it } from 'vitest';
import { mapAlarms, readAlarmMap } from './alarm-mapping.js';
import { logEvents } from './log-events.js';

const row = (alarm: number, device: number, start: number, end: number) => ({ alarm, device, start, end });
const names = mapAlarms([1, 2], { named: new Map([[1, 29_240]]), others: 29_201 });
const atOf = (second: number) => 1_000_000 + second * 1_000;

function told(...rows: ReturnType<typeof row>[]): string[] {
  return logEvents(rows, names, atOf).devices.flatMap(({ device, reports }) =>
    reports.map(({ object, state, at = 0 }) => `${device} ${(at - 1_000_000) / 1_000} ${object} ${state}`),
  );
}

describe('the events of a log', () => {
  it('are a fault and an ok for each alarm, in order of time, device by device', () => {
    expect(told(row(1, 7, 10, 30), row(2, 7, 20, 25), row(1, 3, 0, 5))).toEqual([
      '3 0 Cell=1 fault',
      '3 5 Cell=1 ok',
      '7 10 Cell=1 fault',
      '7 20 S1Interface=2 fault',
      '7 25 S1Interface=2 ok',
      '7 30 Cell=1 ok',
    ]);
  });

  it('are of one fault where alarms of one key overlap or touch', () => {
    expect(told(row(1, 7, 40, 50), row(1, 7, 10, 30), row(1, 7, 15, 20), row(1, 7, 30, 35))).toEqual([
      '7 10 Cell=1 fault',
      '7 35 Cell=1 ok',
      '7 40 Cell=1 fault',
      '7 50 Cell=1 ok',
    ]);
  });

  it('of an alarm of no length are a fault before its ok', () => {
    expect(told(row(1, 7, 10, 10))).toEqual(['7 10 Cell=1 fault', '7 10 Cell=1 ok']);
  });

  it('are counted, with the first and the last instant', () => {
    const { faults, firstAt, lastAt } = logEvents([row(1, 7, 10, 90), row(2, 8, 20, 25)], names, atOf);
    expect({ faults, firstAt, lastAt }).toEqual({ faults: 2, firstAt: 1_010_000, lastAt: 1_090_000 });
  });
});

describe('the names of logged alarms', () => {
  it('are spread over the alarm types, and no two of them are one key', () => {
    const all = mapAlarms(
      Array.from({ length: 60 }, (_, i) => i),
      { named: new Map() },
    );
    expect(all.get(0)).toEqual({ alarmId: 25_622, object: 'Power=0' });
    expect(new Set([...all.values()].map(({ alarmId }) => alarmId)).size).toBe(23);
    expect(new Set([...all.values()].map(({ alarmId, object }) => `${alarmId} ${object}`)).size).toBe(60);
    for (const { object } of all.values()) expect(isObjectName(object)).toBe(true);
  });

  it('follow the map: what it names, then what it says of all others', () => {
    const map = readAlarmMap('0=29240, 7=12345,*=29201');
    expect(map && [...mapAlarms([0, 7, 9], map).values()]).toEqual([
      { alarmId: 29_240, object: 'Cell=0' },
      { alarmId: 12_345, object: 'Object=7' },
      { alarmId: 29_201, object: 'S1Interface=9' },
    ]);
  });

  it.each(['', '0', '0=', '=1', '0:1', '0=1;', 'a=29240'])('cannot be read from %j', (text) => {
    expect(readAlarmMap(text)).toBeUndefined();
  });
});
