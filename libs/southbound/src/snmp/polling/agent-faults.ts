import type { SyncFault } from '@omc/alarm';
import type { ActiveAlarmRow } from './active-alarm-table.js';
import type { ResyncDependencies } from './agent-dependencies.js';

/** RFC 3877: alarmActiveState, the notification that a row of the table stands for. */
const ALARM_ACTIVE_STATE = '1.3.6.1.2.1.118.0.2';

/** The faults that an agent lists, read by the same rules as its notifications; what no rule maps is told. */
export function agentFaults(
  ne: string,
  rows: readonly ActiveAlarmRow[],
  now: number,
  known: Pick<ResyncDependencies, 'meaningOf' | 'isReportable' | 'unmapped'>,
): SyncFault[] {
  const faults: SyncFault[] = [];
  for (const { varbinds, since } of rows) {
    const notification = { oid: ALARM_ACTIVE_STATE, varbinds };
    const meaning = known.meaningOf(notification);
    if (meaning.kind === 'unmapped' || meaning.kind === 'malformed')
      known.unmapped(ne, notification, meaning.reason);
    else if (meaning.kind === 'report' && meaning.state === 'fault') {
      const { alarmId, object, severity, text } = meaning;
      if (known.isReportable(alarmId))
        faults.push({
          alarmId,
          object,
          since: since ?? now,
          ...(severity !== undefined && { severity }),
          ...(text !== undefined && { text }),
        });
      else known.unmapped(ne, notification, `alarm type ${alarmId} is not in the catalogue`);
    }
  }
  return faults;
}
