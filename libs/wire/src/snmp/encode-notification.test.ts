import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tags } from './ber-reader.js';
import { encodeNotification } from './encode-notification.js';
import { decodeSnmpMessage } from './snmp-message.js';

const arc = fc.integer({ min: 0, max: 2 ** 32 - 1 });
const oid = fc
  .tuple(fc.integer({ min: 0, max: 2 }), fc.integer({ min: 0, max: 39 }), fc.array(arc, { maxLength: 20 }))
  .map(([first, second, others]) => [first, second, ...others].join('.'));
const value = fc.oneof(
  fc.record({ type: fc.constant(tags.integer), value: fc.nat() }),
  fc.record({ type: fc.constant(tags.counter32), value: fc.integer({ min: 0, max: 2 ** 32 - 1 }) }),
  fc.record({ type: fc.constant(tags.octetString), value: fc.uint8Array({ maxLength: 300 }) }),
  fc.record({ type: fc.constant(tags.oid), value: oid }),
);

describe('a notification', () => {
  it('is read as it was written', () => {
    fc.assert(
      fc.property(
        oid,
        fc.array(fc.tuple(oid, value)),
        fc.nat(),
        fc.boolean(),
        (name, values, requestId, confirmed) => {
          const varbinds = values.map(([at, rest]) => ({ oid: at, ...rest }));
          const bytes = encodeNotification({ oid: name, varbinds }, { community: 'c', requestId, confirmed });
          const decoded = decodeSnmpMessage(bytes);
          if (!decoded.ok || decoded.message.version === 'v3') throw new Error('not read');
          const { pdu, community } = decoded.message;
          expect(community).toBe('c');
          expect(pdu.confirmed).toBe(confirmed);
          expect(pdu.oid).toBe(name);
          expect(
            pdu.varbinds.slice(2).map(({ value: read, ...rest }) => ({ ...rest, value: plain(read) })),
          ).toEqual(varbinds.map(({ value: written, ...rest }) => ({ ...rest, value: plain(written) })));
        },
      ),
    );
  });
});

function plain(value: unknown): unknown {
  return value instanceof Uint8Array ? [...value] : value;
}
