import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { decodeOmcAlarm, OMC_ALARM, type Varbind } from '@omc/wire';
import { expect, it, onTestFinished } from 'vitest';
import { SimulatedElement } from '../element/simulated-element.js';

/** Tags of the types that the notification uses. */
const [SEQUENCE, OID, TRAP_V2] = [0x30, 6, 0xa7];

interface Tlv {
  readonly tag: number;
  readonly body: Buffer;
}

/** Reads BER by the book, so that the sender is not tested with its own library. */
function read(bytes: Buffer): Tlv[] {
  const found: Tlv[] = [];
  for (let at = 0; at < bytes.length; ) {
    const tag = bytes.readUInt8(at);
    const short = bytes.readUInt8(at + 1);
    const extra = short < 0x80 ? 0 : short & 0x7f;
    const length = extra === 0 ? short : bytes.readUIntBE(at + 2, extra);
    const start = at + 2 + extra;
    found.push({ tag, body: bytes.subarray(start, start + length) });
    at = start + length;
  }
  return found;
}

function oidOf(body: Buffer): string {
  const [first = 0, ...rest] = body;
  const parts = [Math.floor(first / 40), first % 40];
  let part = 0;
  for (const byte of rest) {
    part = part * 128 + (byte & 0x7f);
    if (byte < 0x80) {
      parts.push(part);
      part = 0;
    }
  }
  return parts.join('.');
}

function varbindOf({ body }: Tlv): Varbind {
  const [name, value] = read(body);
  if (name === undefined || value === undefined) throw new Error('a varbind has a name and a value');
  const { tag: type, body: bytes } = value;
  return { oid: oidOf(name.body), type, value: type === 2 ? bytes.readIntBE(0, bytes.length) : bytes };
}

function varbindsOf(packet: Buffer): Varbind[] {
  const [message] = read(packet);
  const [, community, pdu] = read(message?.body ?? Buffer.alloc(0));
  expect([message?.tag, community?.body.toString(), pdu?.tag]).toEqual([SEQUENCE, 'public', TRAP_V2]);
  const list = read(pdu?.body ?? Buffer.alloc(0))[3];
  return read(list?.body ?? Buffer.alloc(0)).map(varbindOf);
}

it('sends omcAlarm from the address of its NE, and no event over the link', async () => {
  const receiver = createSocket('udp4').bind(0, '127.0.0.1');
  onTestFinished(() => void receiver.close());
  await once(receiver, 'listening');
  const { port } = receiver.address() as AddressInfo;
  const destination = { host: '127.0.0.1', port, community: 'public' };
  const traps = { types: [26122], destination };
  const element = new SimulatedElement({ id: 'eNB-7', host: '127.1.9.7', traps });
  onTestFinished(() => element.stop());

  const arrived = once(receiver, 'message');
  const at = 1_800_000_000_000;
  const report = { object: 'SatelliteCard=0', alarmId: 26122, at } as const;
  expect(
    element.report({ ...report, state: 'fault', severity: 'minor', text: '2 satellites' }),
  ).toBeUndefined();
  const [packet, sender] = (await arrived) as [Buffer, AddressInfo];

  expect(sender.address).toBe('127.1.9.7');
  const varbinds = varbindsOf(packet);
  expect(varbinds[1]).toMatchObject({ oid: '1.3.6.1.6.3.1.1.4.1.0', type: OID });
  expect(oidOf(varbinds[1]?.value as Buffer)).toBe(OMC_ALARM);
  expect(decodeOmcAlarm(varbinds)).toEqual({
    ok: true,
    message: {
      ...{ ne: 'eNB-7', object: 'SatelliteCard=0', alarmId: 26122, state: 'fault', time: at },
      ...{ severity: 'minor', text: '2 satellites' },
    },
  });
  expect([element.lastSeq, element.faultCount]).toEqual([0, 1]);
});
