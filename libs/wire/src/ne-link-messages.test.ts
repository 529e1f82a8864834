import { severities } from '@omc/alarm';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeNeMessage, encodeOmcMessage } from './encode-messages.js';
import type { NeMessage, OmcMessage } from './ne-link-messages.js';
import { parseNeMessage } from './parse-ne-message.js';
import { parseOmcMessage } from './parse-omc-message.js';

const seq = fc.maxSafeNat();
const time = fc.integer({ min: 0, max: 253_402_300_799_999 });
const ne = fc.stringMatching(/^[A-Za-z0-9._-]{1,64}$/);
const epoch = fc.stringMatching(/^[\x20-\x7e]{1,64}$/);
const object = fc.constantFrom('', 'Cell=1', 'Board=0-0-3,IrPort=1', 'S1Interface=上海');
const alarmId = fc.integer({ min: 0, max: 2 ** 31 - 1 });
const info = fc.dictionary(
  fc.stringMatching(/^[a-z]{1,8}$/),
  fc.oneof(
    fc.integer(),
    fc.boolean(),
    fc.string(),
    fc.constant(null),
    fc.array(fc.integer(), { maxLength: 3 }),
  ),
  { noNullPrototype: true, maxKeys: 5 },
);
const details = {
  severity: fc.constantFrom(...severities),
  text: fc.string({ unit: 'grapheme', maxLength: 200 }).filter((text) => !text.includes('\0')),
  info: info.filter((members) => !JSON.stringify(members).includes('\\u0000')),
};
const event = fc.record(
  {
    t: fc.constant('event' as const),
    seq,
    time,
    object,
    alarmId,
    state: fc.constantFrom('fault', 'ok'),
    ...details,
  },
  { requiredKeys: ['t', 'seq', 'time', 'object', 'alarmId', 'state'] },
);
const fault = fc.record(
  { object, alarmId, since: time, ...details },
  { requiredKeys: ['object', 'alarmId', 'since'] },
);
const neMessage: fc.Arbitrary<NeMessage> = fc.oneof(
  event as fc.Arbitrary<NeMessage>,
  fc.record({ t: fc.constant('handshake' as const), id: seq, time }),
  fc.record({
    t: fc.constant('hello' as const),
    ver: fc.constant(1 as const),
    ne,
    time,
    epoch,
    firstSeq: seq,
    lastSeq: seq,
  }),
  fc.record({
    t: fc.constant('sync' as const),
    id: seq,
    seq,
    faults: fc.array(fault, { maxLength: 4 }),
    more: fc.boolean(),
  }) as fc.Arbitrary<NeMessage>,
);
const omcMessage: fc.Arbitrary<OmcMessage> = fc.oneof(
  fc.record({
    t: fc.constant('hello' as const),
    ver: fc.constant(1 as const),
    ne,
    ackedSeq: fc.option(seq),
    ackedEpoch: fc.option(epoch),
  }),
  fc.record({ t: fc.constantFrom('handshake' as const, 'sync' as const), id: seq }),
  fc.record({ t: fc.constant('ack' as const), seq }),
  fc.record({ t: fc.constant('error' as const), line: fc.string(), reason: fc.string() }).map((message) => ({
    ...message,
    line: message.line.replaceAll('\0', ''),
    reason: message.reason.replaceAll('\0', ''),
  })),
);

describe('messages of the NE link', () => {
  it('from the NE come back as they were sent', () => {
    fc.assert(
      fc.property(neMessage, (message) => {
        const line = encodeNeMessage(message);
        expect(line.indexOf('\n')).toBe(line.length - 1);
        expect(parseNeMessage(line)).toEqual({ ok: true, message });
      }),
    );
  });

  it('from the OMC come back as they were sent', () => {
    fc.assert(
      fc.property(omcMessage, (message) => {
        expect(parseOmcMessage(encodeOmcMessage(message))).toEqual({ ok: true, message });
      }),
    );
  });

  it('are parsed or refused with a reason, whatever the line', () => {
    const kind = fc.constantFrom('hello', 'event', 'sync', 'handshake', 'ack', 'error', 7);
    const hostile = fc.oneof(
      fc.string(),
      fc.json(),
      fc
        .record({ t: kind, seq: fc.jsonValue(), faults: fc.jsonValue() })
        .map((value) => JSON.stringify(value)),
    );
    fc.assert(
      fc.property(hostile, (line) => {
        for (const parsed of [parseNeMessage(line), parseOmcMessage(line)])
          if (!parsed.ok) expect(parsed.reason).toMatch(/must be|must not/);
      }),
    );
  });

  it('refuse members of the OMC that are not what they must be', () => {
    const reasonOf = (line: string) => {
      const parsed = parseOmcMessage(line);
      return parsed.ok ? 'accepted' : parsed.reason;
    };
    expect(reasonOf('{"t":"hello","ver":1,"ne":"e","ackedSeq":-1,"ackedEpoch":null}')).toBe(
      'ackedSeq must be a whole number from 0 to 2^53-1',
    );
    expect(reasonOf('{"t":"error","line":7,"reason":""}')).toBe('line must be a text');
    expect(reasonOf('{"t":"event"}')).toBe('t must be "hello", "handshake", "ack", "sync" or "error"');
  });
});
