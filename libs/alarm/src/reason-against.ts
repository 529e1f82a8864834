import type { Alarm } from './alarm.js';
import type { AlarmActionName } from './alarm-action.js';
import type { Catalogue } from './catalogue.js';

/** Why an action does not apply to an alarm as it is; undefined where it does. */
export function reasonAgainst(
  action: AlarmActionName,
  { ack, state, alarmId }: Alarm,
  catalogue: Catalogue,
): string | undefined {
  switch (action) {
    case 'acknowledge':
      return ack.state === 'acknowledged' ? `already acknowledged by ${ack.by ?? 'somebody'}` : undefined;
    case 'unacknowledge':
      return ack.state === 'unacknowledged' ? 'not acknowledged' : undefined;
    case 'clear':
      return state === 'cleared' ? 'already cleared' : clearsByItself(alarmId, catalogue);
    case 'comment':
      return undefined;
  }
}

/** Alarms that the OMC sees the end of by itself are not cleared by hand: they would only come again, or hide what is so. */
function clearsByItself(alarmId: number, catalogue: Catalogue): string | undefined {
  switch (catalogue.get(alarmId)?.origin) {
    case 'handshake':
      return `${alarmId} is not cleared by hand: it clears by itself as soon as the NE answers again`;
    case 'derived':
      return `${alarmId} is not cleared by hand: it clears by itself as soon as what it was derived from is over`;
    default:
      return undefined;
  }
}
