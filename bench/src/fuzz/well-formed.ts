import type { Random } from '@omc/simulator';
import {
  berTags,
  encodeNotification,
  encodeOmcAlarm,
  type Notification,
  OMC_ALARM,
  tags,
  type Varbind,
} from '@omc/wire';

const U2000 = '1.3.6.1.4.1.2011.2.15.1.7';
const ALARM_MIB = '1.3.6.1.2.1.118';

const text = (oid: string, value: string): Varbind => ({ oid, type: tags.octetString, value });
const number = (oid: string, value: number): Varbind => ({ oid, type: berTags.integer, value });

/** What senders of the kinds that are mapped say. */
export const samples: readonly Notification[] = [
  {
    oid: OMC_ALARM,
    varbinds: encodeOmcAlarm({
      ne: 'traps-0',
      object: 'Cell=1',
      alarmId: 29240,
      state: 'fault',
      time: 0,
      text: 'x',
    }),
  },
  { oid: OMC_ALARM, varbinds: encodeOmcAlarm({ ne: 'traps-0', object: '', alarmId: 26122, state: 'ok' }) },
  {
    oid: '1.3.6.1.6.3.1.1.5.3',
    varbinds: [number('1.3.6.1.2.1.2.2.1.1.4', 4), text('1.3.6.1.2.1.2.2.1.2.4', 'eth0')],
  },
  { oid: '1.3.6.1.6.3.1.1.5.1', varbinds: [] },
  {
    oid: `${U2000}.1.0.3`,
    varbinds: [
      text(`${U2000}.1.1.0`, 'traps-0'),
      text(`${U2000}.1.3.0`, 'Cell=3'),
      text(`${U2000}.1.7.0`, 'Critical'),
      text(`${U2000}.1.8.0`, 'cell is down'),
      text(`${U2000}.1.10.0`, 'Fault'),
      number(`${U2000}.1.26.0`, 29240),
    ],
  },
  {
    oid: `${ALARM_MIB}.0.2`,
    varbinds: [
      { oid: `${ALARM_MIB}.1.2.2.1.13.0.11.1`, type: tags.oid, value: `${ALARM_MIB}.1.1.3.1.2.0.26122.6` },
      { oid: `${ALARM_MIB}.1.2.2.1.10.0.11.1`, type: tags.oid, value: '1.3.6.1.2.1.2.2.1.1.3' },
    ],
  },
  { oid: '1.3.6.1.4.1.9999.0.7', varbinds: [text('1.3.6.1.4.1.9999.1.0', 'nothing maps this')] },
];

/** A v1 trap (linkDown) and an SNMPv3 discovery, as net-snmp sends them. */
const captured: readonly Buffer[] = [
  '302702010004067075626c6963a41a06092b0601040183bf080140047f000001020102020100430100300 0',
  '303e020103301102044e2b7a1c020300ffe30401040201030410300e0400020100020100040004000400301404000400a00e020440c8a0f90201000201003000',
].map((hex) => Buffer.from(hex.replaceAll(' ', ''), 'hex'));

/** A message that is right in every byte. */
export function wellFormed(random: Random, notification: Notification = random.pick(samples)): Uint8Array {
  if (random.chance(0.1)) return random.pick(captured);
  return encodeNotification(notification, {
    community: random.chance(0.95) ? 'public' : 'guessed',
    requestId: random.whole(0, 2 ** 31 - 1),
    confirmed: random.chance(0.3),
  });
}
