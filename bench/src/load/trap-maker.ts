import { encodeNotification, encodeOmcAlarm, OMC_ALARM } from '@omc/wire';
import { sendOverUdp } from './send-over-udp.js';

/** Sends SNMP v2c traps over UDP at a given rate: of each NE some cells, which toggle inside their windows. */
const [count = 0, keys = 0] = process.argv.slice(2).map(Number);
const traps = (['fault', 'ok'] as const).flatMap((state) =>
  Array.from({ length: count * keys }, (_, i) =>
    trapOf(`traps-${i % count}`, `Cell=${Math.floor(i / count)}`, state),
  ),
);
let position = 0;

function trapOf(ne: string, object: string, state: 'fault' | 'ok'): Uint8Array {
  const varbinds = encodeOmcAlarm({
    ne,
    object,
    alarmId: 29240,
    state,
    time: 0,
    severity: 'major',
    text: 'no carrier',
  });
  return encodeNotification({ oid: OMC_ALARM, varbinds }, { community: 'public', requestId: 1 });
}

sendOverUdp(() => {
  const trap = traps[position] as Uint8Array;
  position = (position + 1) % traps.length;
  return trap;
});
