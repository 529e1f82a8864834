import type { AlarmWriter } from '@omc/alarm';
import { NeLinks } from '@omc/southbound';
import { isOwnListener } from '../configuration/own-listeners.js';
import type { OmcParts } from '../omc-parts.js';
import type { CommittedPositions } from '../pipeline/committed-positions.js';
import { linkCertificatesOf } from './link-certificates-of.js';

/** How many NEs are dialled a second when all of them are gone at once. */
const DIALS_PER_SECOND = 1000;

/** The links to NEs as configured; none is dialled yet. */
export function openLinks(
  { configuration, time, log }: OmcParts,
  writer: AlarmWriter,
  positions: CommittedPositions,
): NeLinks {
  return new NeLinks({
    scheduler: time.scheduler,
    settings: {
      handshakeIntervalMs: configuration.OMC_HANDSHAKE_INTERVAL_S * 1000,
      handshakeMisses: configuration.OMC_HANDSHAKE_MISSES,
      reconnectIntervalMs: configuration.OMC_RECONNECT_INTERVAL_S * 1000,
      dialsPerSecond: DIALS_PER_SECOND,
    },
    positionOf: (ne) => positions.of(ne),
    isDisconnected: (ne) => writer.isDisconnected(ne),
    certificates: linkCertificatesOf(configuration, time, log),
    mayDial: (address, port) =>
      configuration.OMC_NE_NETWORKS.allows(address) && !isOwnListener(address, port, configuration),
    log,
  });
}
