import { describe, expect, it } from 'vitest';
import { readAlarmLog } from './read-alarm-log.js';

const HEADING = 'alarm_id,device_id,start_timestamp,end_timestamp';
const read = (text: string, limit = 100) => readAlarmLog(text, limit);

describe('an alarm log', () => {
  it('has a row for each alarm, whatever the order of its columns and the ends of its lines', () => {
    const rows = [
      { alarm: 11, device: 28, start: 30_685, end: 30_835 },
      { alarm: 1, device: 28, start: 30_685, end: 30_685 },
    ];
    expect(read(`${HEADING}\n11,28,30685,30835\n1,28,30685,30685\n`)).toEqual({ rows, leftOut: 0 });
    const other = '\uFEFFend_timestamp, name ,start_timestamp,device_id,alarm_id\r\n30835,x,30685,28,11\r\n';
    expect(read(other).rows).toEqual(rows.slice(0, 1));
  });

  it('is read up to the limit', () => {
    expect(read(`${HEADING}\n1,1,1,2\n2,1,1,2\nnonsense`, 2).rows).toHaveLength(2);
  });

  it('loses rows that end before they start, and says how many', () => {
    expect(read(`${HEADING}\n1,1,5,4\n2,1,1,2`)).toMatchObject({ rows: [{ alarm: 2 }], leftOut: 1 });
  });

  it.each([
    [
      '',
      'line 1 must name the columns alarm_id, device_id, start_timestamp, end_timestamp; it lacks alarm_id',
    ],
    ['alarm_id,device_id,start_timestamp\n1,2,3', /it lacks end_timestamp$/],
    [`${HEADING}\n\n1,2,x,4`, 'line 3: start_timestamp must be a whole number, is "x"'],
    [`${HEADING}\n1,2`, 'line 2: start_timestamp must be a whole number, is ""'],
    [`${HEADING}\n-1,2,3,4`, 'line 2: alarm_id must be a whole number, is "-1"'],
    [`${HEADING}\n`, 'there are no alarms in the file'],
  ])('is refused where it is %j', (text, reason) => {
    expect(() => read(text)).toThrow(reason);
  });
});
