import { describe, expect, it } from 'vitest';
import { parseNeMessage } from './parse-ne-message.js';

const event = {
  t: 'event',
  seq: 42,
  time: '2026-11-23T14:00:00.000Z',
  object: 'Cell=1',
  alarmId: 29240,
  state: 'fault',
};
const hello = { t: 'hello', ver: 1, ne: 'eNB-1', time: event.time, epoch: 'b1', firstSeq: 40, lastSeq: 57 };

function reasonOf(value: unknown): string {
  const parsed = parseNeMessage(typeof value === 'string' ? value : JSON.stringify(value));
  return parsed.ok ? 'accepted' : parsed.reason;
}

function eventOf(members: object): unknown {
  const parsed = parseNeMessage(JSON.stringify({ ...event, ...members }));
  return parsed.ok ? parsed.message : parsed.reason;
}

describe('lines from an NE', () => {
  it.each([
    ['', 'the line must be one JSON object'],
    ['null', 'the line must be one JSON object'],
    ['[]', 'the line must be one JSON object'],
    ['{"t":"event"', 'the line must be one JSON object'],
    ['{}', 't must be "hello", "handshake", "event" or "sync"'],
    ['{"t":"toString"}', 't must be "hello", "handshake", "event" or "sync"'],
  ])('%j is refused: %s', (line, reason) => {
    expect(reasonOf(line)).toBe(reason);
  });

  it.each([
    [{ seq: 0 }, 'seq must be a whole number from 1 to 2^53-1'],
    [{ seq: -1 }, 'seq must be a whole number from 1 to 2^53-1'],
    [{ seq: 1.5 }, 'seq must be a whole number from 1 to 2^53-1'],
    [{ seq: 2 ** 53 }, 'seq must be a whole number from 1 to 2^53-1'],
    [{ seq: '42' }, 'seq must be a whole number from 1 to 2^53-1'],
    [{ time: 'yesterday' }, 'time must be an RFC 3339 time of the years 1970 to 9999'],
    [{ object: 'Cell' }, 'object must be comma-joined Type=id pairs'],
    [{ object: 'Cell=\u0000' }, 'object must be comma-joined Type=id pairs'],
    [{ object: 'Cell=\uD800' }, 'object must be comma-joined Type=id pairs'],
    [{ object: `Cell=${'x'.repeat(251)}` }, 'object must be comma-joined Type=id pairs'],
    [{ alarmId: 2 ** 31 }, 'alarmId must be a whole number from 0 to 2^31-1'],
    [{ alarmId: -1 }, 'alarmId must be a whole number from 0 to 2^31-1'],
    [{ state: 'broken' }, 'state must be "fault" or "ok"'],
    [{ severity: 'cleared' }, 'severity must be one of critical, major, minor, warning, indeterminate'],
    [{ text: 'x'.repeat(4097) }, 'text must be a text of at most 4096 characters'],
    [{ info: [] }, 'info must be an object, at most 32 levels deep'],
    [{ info: null }, 'info must be an object, at most 32 levels deep'],
    [{ info: { x: 'x'.repeat(16 * 1024) } }, 'info must be an object of at most 16384 bytes of JSON'],
  ])('an event with %j is refused: %s', (members, reason) => {
    expect(reasonOf({ ...event, ...members })).toContain(reason);
  });

  it('is told the first member that is wrong', () => {
    expect(reasonOf({ ...event, time: 0, state: 0 })).toMatch(/^time must be/);
  });

  it.each([
    [{ ver: 2 }, 'ver must be 1'],
    [{ ne: 'e NB' }, 'ne must be an NE id'],
    [{ epoch: '' }, 'epoch must be a text of 1 to 64 characters'],
    [{ epoch: 'x'.repeat(65) }, 'epoch must be a text of 1 to 64 characters'],
    [{ epoch: 'b\u0000' }, 'epoch must be a text of 1 to 64 characters'],
    [{ firstSeq: null }, 'firstSeq must be a whole number'],
  ])('a hello with %j is refused: %s', (members, reason) => {
    expect(reasonOf({ ...hello, ...members })).toContain(reason);
  });

  it('of a sync name the fault that is wrong', () => {
    const good = { object: '', alarmId: 1, since: event.time };
    const sync = { t: 'sync', id: 1, seq: 2 };
    expect(reasonOf({ ...sync, faults: [good, { ...good, since: 5 }] })).toMatch(
      /^faults\[1\]\.since must be/,
    );
    expect(reasonOf({ ...sync, faults: [good, 7] })).toBe('faults[1] must be an object');
    expect(reasonOf({ ...sync, faults: {} })).toBe('faults must be a list');
    expect(reasonOf({ ...sync, faults: [], more: 1 })).toBe('more must be true or false');
  });

  it('may have members that nobody knows', () => {
    expect(eventOf({ colour: 'red' })).not.toHaveProperty('colour');
  });

  it('lose what PostgreSQL cannot store', () => {
    expect(eventOf({ text: 'a\u0000b\uD800c😀' })).toMatchObject({ text: 'a\uFFFDb\uFFFDc😀' });
    const info = { 'k\u0000': ['\uDC00', { deep: '\u0000' }], n: 1, no: null };
    expect(eventOf({ info })).toMatchObject({
      info: { 'k\uFFFD': ['\uFFFD', { deep: '\uFFFD' }], n: 1, no: null },
    });
  });

  it('cannot reach a prototype', () => {
    const line = JSON.stringify({ ...event, info: { inner: {} } }).replace(
      '"inner":{}',
      '"__proto__":{"evil":1},"inner":{"\\u005f_proto__":{"evil":1}},"constructor":"c"',
    );
    const parsed = parseNeMessage(line);
    const info = parsed.ok && parsed.message.t === 'event' ? parsed.message.info : undefined;
    expect(JSON.stringify(info)).toBe('{"inner":{},"constructor":"c"}');
    expect(({} as Record<string, unknown>)['evil']).toBeUndefined();
  });

  it('may nest as deep as they like without harm', () => {
    const deep = (levels: number) => `${'{"a":'.repeat(levels)}1${'}'.repeat(levels)}`;
    const lineWith = (info: string) => JSON.stringify(event).replace(/}$/, `,"info":${info}}`);
    expect(reasonOf(lineWith(deep(32)))).toBe('accepted');
    expect(reasonOf(lineWith(deep(33)))).toBe('info must be an object, at most 32 levels deep');
    expect(reasonOf(lineWith(deep(9000)))).toBe('info must be an object, at most 32 levels deep');
    expect(reasonOf('['.repeat(60_000))).toBe('the line must be one JSON object');
  });
});
