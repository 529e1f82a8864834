import { severities } from '@omc/alarm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeOmcAlarm,
  encodeOmcAlarm,
  type OmcAlarm,
  omcAlarmOids,
  type Varbind,
} from './omc-alarm-notification.js';

const alarm = fc.record(
  {
    ne: fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/),
    object: fc.constantFrom('', 'Cell=1', 'Rru=0-60-0,TxChannel=0'),
    alarmId: fc.integer({ min: 0, max: 2 ** 31 - 1 }),
    state: fc.constant('fault' as const),
    time: fc.integer({ min: 0, max: 253_402_300_799_999 }),
    severity: fc.constantFrom(...severities),
    text: fc.string({ unit: 'grapheme', maxLength: 100 }).filter((text) => !text.includes('\0')),
  },
  { requiredKeys: ['object', 'alarmId', 'state'] },
) as fc.Arbitrary<OmcAlarm>;

const full = encodeOmcAlarm({
  ne: 'eNB-1',
  object: 'Cell=1',
  alarmId: 29240,
  state: 'fault',
  time: 0,
  severity: 'major',
  text: 'down',
});

function reasonWith(name: keyof typeof omcAlarmOids, value: unknown, type?: number): string {
  const changed = full.map((varbind) =>
    varbind.oid === omcAlarmOids[name] ? { ...varbind, value, type: type ?? varbind.type } : varbind,
  );
  const decoded = decodeOmcAlarm(changed);
  return decoded.ok ? 'accepted' : decoded.reason;
}

describe('omcAlarm', () => {
  it('comes back as it was sent, as text or as bytes, in any order', () => {
    fc.assert(
      fc.property(alarm, (message) => {
        const varbinds = encodeOmcAlarm(message);
        const asBytes = varbinds.map((varbind) =>
          typeof varbind.value === 'string' ? { ...varbind, value: Buffer.from(varbind.value) } : varbind,
        );
        expect(decodeOmcAlarm(varbinds)).toEqual({ ok: true, message });
        expect(decodeOmcAlarm(asBytes.reverse())).toEqual({ ok: true, message });
      }),
    );
  });

  it('carries ITU severities, cleared with an ok', () => {
    expect(full).toContainEqual({ oid: omcAlarmOids.severity, type: 2, value: 4 });
    const cleared = encodeOmcAlarm({ object: '', alarmId: 1, state: 'ok', severity: 'major' });
    expect(cleared).toContainEqual({ oid: omcAlarmOids.severity, type: 2, value: 1 });
    expect(decodeOmcAlarm(cleared)).toEqual({ ok: true, message: { object: '', alarmId: 1, state: 'ok' } });
  });

  it.each([
    ['ne', 'e NB', 'ne (1.3.6.1.4.1.32473.1.1.1.0) must be an OCTET STRING: an NE id'],
    ['object', 'Cell', 'object (1.3.6.1.4.1.32473.1.1.2.0) must be an OCTET STRING: comma-joined'],
    ['alarmId', -1, 'alarmId (1.3.6.1.4.1.32473.1.1.3.0) must be an INTEGER: an Integer32 from 0'],
    ['alarmId', 2 ** 31, 'alarmId (1.3.6.1.4.1.32473.1.1.3.0) must be an INTEGER'],
    ['state', 3, 'state (1.3.6.1.4.1.32473.1.1.4.0) must be an INTEGER: 1 (fault) or 2 (ok)'],
    ['time', 'now', 'time (1.3.6.1.4.1.32473.1.1.5.0) must be an OCTET STRING: an RFC 3339 time'],
    ['severity', 7, 'severity (1.3.6.1.4.1.32473.1.1.6.0) must be an INTEGER: 1 (cleared) to 6 (warning)'],
    ['severity', 1, 'severity must not be 1 (cleared) in a fault'],
    ['text', 'x'.repeat(4097), 'text (1.3.6.1.4.1.32473.1.1.7.0) must be an OCTET STRING: at most 4096'],
  ] as const)('with %s %j is refused: %s', (name, value, reason) => {
    expect(reasonWith(name, value)).toContain(reason);
  });

  it('with a varbind of another type is refused', () => {
    expect(reasonWith('alarmId', '29240', 4)).toContain('must be an INTEGER');
    expect(reasonWith('object', 7, 2)).toContain('must be an OCTET STRING');
  });

  it.each(['object', 'alarmId', 'state'] as const)('without %s is refused', (name) => {
    const decoded = decodeOmcAlarm(full.filter((varbind) => varbind.oid !== omcAlarmOids[name]));
    expect(decoded).toEqual({ ok: false, reason: `${name} (${omcAlarmOids[name]}) is missing` });
  });

  it('has texts that can be stored, whatever the bytes', () => {
    const bytes: Varbind = { oid: omcAlarmOids.text, type: 4, value: Uint8Array.of(0x61, 0, 0xff) };
    const decoded = decodeOmcAlarm([...full.filter(({ oid }) => oid !== omcAlarmOids.text), bytes]);
    expect(decoded).toMatchObject({ message: { text: 'a\uFFFD\uFFFD' } });
  });
});
