import type { NetworkElement, SnmpAccess } from '@omc/alarm';
import type { NePatch } from '@omc/api';

/** An NE with what a request changes of it; `null` takes back what was set. */
export function patchedNe({ snmp, tls, ...ne }: NetworkElement, patch: NePatch): NetworkElement {
  const access = patch.snmp === undefined ? snmp : patchedAccess(snmp, patch.snmp);
  const secure = patch.tls === undefined ? tls : patch.tls;
  return {
    ...ne,
    ...(patch.host !== undefined && { host: patch.host }),
    ...(patch.port !== undefined && { port: patch.port }),
    ...(access !== undefined && { snmp: access }),
    ...(secure != null && { tls: secure }),
  };
}

function patchedAccess(known: SnmpAccess | undefined, patch: NePatch['snmp']): SnmpAccess | undefined {
  const wanted = { ...known, ...patch };
  const { sources, community, user, onRestart } = wanted;
  if (patch === null || [sources, community, user, onRestart].every((member) => member == null))
    return undefined;
  return {
    ...(sources != null && { sources }),
    ...(community != null && { community }),
    ...(user != null && { user }),
    ...(onRestart != null && { onRestart }),
  };
}
