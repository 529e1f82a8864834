import type { NetworkElement, Shelf, StoredTopology } from '@omc/alarm';
import { type NeResource, toRfc3339 } from '@omc/api';
import type { LinkStatus } from '@omc/southbound';
import { requiredAlone } from './required-alone.js';

/** An NE as the outside sees it; without a link its state is `none`. */
export function neToResource(
  ne: NetworkElement,
  status: LinkStatus | undefined,
  topology: StoredTopology | undefined,
  maintenance: Shelf | undefined,
): NeResource {
  const { id, kind, host, port, snmp, tls } = ne;
  const lastHandshakeAt = status?.lastHandshakeAt ?? null;
  return {
    id,
    kind,
    host,
    port,
    ...(snmp === undefined
      ? {}
      : {
          snmp: {
            sources: snmp.sources ? [...snmp.sources] : null,
            communitySet: snmp.community !== undefined,
            user: snmp.user ?? null,
            onRestart: snmp.onRestart ?? null,
          },
        }),
    ...(tls === undefined ? {} : { tls }),
    ...(topology === undefined ? {} : placeOf(topology)),
    ...(maintenance === undefined ? {} : { maintenance: maintenanceToResource(maintenance) }),
    link: {
      state: status?.state ?? 'none',
      lastHandshakeAt: lastHandshakeAt === null ? null : toRfc3339(lastHandshakeAt),
      misses: status?.misses ?? 0,
      clockOffsetMs: status?.clockOffsetMs ?? null,
      reason: status?.reason ?? null,
    },
  };
}

function maintenanceToResource({
  id,
  owner,
  reason,
  untilAt,
}: Shelf): NonNullable<NeResource['maintenance']> {
  return { shelf: id, owner, reason, until: toRfc3339(untilAt) };
}

/** Where an NE is, and what it cannot do without. */
function placeOf(topology: StoredTopology): Pick<NeResource, 'site' | 'subnet' | 'requires'> {
  const { site, subnet } = topology;
  return {
    ...(site === undefined ? {} : { site }),
    ...(subnet === undefined ? {} : { subnet }),
    requires: [...requiredAlone(topology)],
  };
}
