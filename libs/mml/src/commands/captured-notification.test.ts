import { describe, expect, it } from 'vitest';
import { readCaptured } from './captured-notification.js';

const varbindsOf = (text: string) => {
  const read = readCaptured(text);
  return read.ok ? read.varbinds : read.reason.en;
};

describe('a captured notification', () => {
  it('is a list of OIDs and values; whole numbers are numbers', () => {
    expect(varbindsOf('1.3.6.1.2.1.2.2.1.1.4=4; 1.3.6.1.2.1.2.2.1.2.4 = port 4;')).toEqual([
      { oid: '1.3.6.1.2.1.2.2.1.1.4', value: 4 },
      { oid: '1.3.6.1.2.1.2.2.1.2.4', value: 'port 4' },
    ]);
  });

  it('may hold separators in its values', () => {
    expect(varbindsOf('1.3.6.1.4.1.1=a; b = 3; c;1.3.6.1.4.1.2=')).toEqual([
      { oid: '1.3.6.1.4.1.1', value: 'a; b = 3; c' },
      { oid: '1.3.6.1.4.1.2', value: '' },
    ]);
  });

  it('is read as net-snmp prints it, with the OID of the notification among its varbinds', () => {
    const printed = [
      '.1.3.6.1.2.1.1.3.0 = Timeticks: (4711) 0:00:47.11',
      '.1.3.6.1.6.3.1.1.4.1.0 = OID: .1.3.6.1.6.3.1.1.5.3',
      '.1.3.6.1.2.1.2.2.1.7.4 = INTEGER: up(1)',
      '.1.3.6.1.2.1.2.2.1.1.4 = INTEGER: 4',
      '.1.3.6.1.2.1.2.2.1.2.4 = STRING: "eth 4"',
      '.1.3.6.1.4.1.9.1 = Hex-STRING: E5 8C 97',
      '.1.3.6.1.4.1.9.2 = IpAddress: 10.0.0.1',
    ];
    const values = [4711, '1.3.6.1.6.3.1.1.5.3', 1, 4, 'eth 4', '北', '10.0.0.1'];
    for (const between of ['\t', '\n']) {
      const read = readCaptured(printed.join(between));
      expect(read).toMatchObject({ ok: true, notification: '1.3.6.1.6.3.1.1.5.3' });
      expect(read.ok && read.varbinds.map(({ value }) => value)).toEqual(values);
    }
  });

  it('is read in one go, however many separators there are', () => {
    const many = '\t'.repeat(16_000);
    expect(varbindsOf(`1.3.6=a${many}b${many}`)).toEqual([{ oid: '1.3.6', value: `a${many}b` }]);
    expect(varbindsOf(many)).toEqual([]);
    expect(varbindsOf(`${'1.'.repeat(8_000)}x`)).toContain('this is none');
  });

  it('of nothing has no varbinds', () => {
    expect(varbindsOf('')).toEqual([]);
  });

  it('that is none is refused with the part that is wrong', () => {
    expect(varbindsOf('ifIndex=4')).toBe('must be OID=value, joined by semicolons; this is none: ifIndex=4');
  });
});
