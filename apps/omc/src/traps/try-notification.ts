import type { TrapDryRunPost, TrapDryRunResource } from '@omc/api';
import type { Traps } from './start-traps.js';

const INTEGER = 2;
const OCTET_STRING = 4;

/** What a notification would become by the rules in force; nothing is reported. */
export function tryNotification(
  { notification, varbinds, source }: TrapDryRunPost,
  traps: Pick<Traps, 'read'>,
): TrapDryRunResource {
  const typed = varbinds.map(({ oid, value }) => ({
    oid,
    type: typeof value === 'number' ? INTEGER : OCTET_STRING,
    value,
  }));
  const reading = traps.read({ oid: notification, varbinds: typed }, { address: source });
  const nothing = { rule: null, ne: null, reason: null, detail: null, report: null };
  if (reading.leads !== 'report') return { ...nothing, ...reading };
  const { ne, object, alarmId, state, severity = null, text = null } = reading.report;
  const report = { ne, object, alarmId, state, severity, text };
  return { ...nothing, leads: 'report', rule: reading.rule, ne, report };
}
