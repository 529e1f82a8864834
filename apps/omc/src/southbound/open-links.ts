import type { AlarmWriter } from '@omc/alarm';
import { NeLinks } from '@omc/southbound';
import type { OmcParts } from '../omc-parts.js';
import type { CommittedPositions } from '../pipeline/committed-positions.js';
import { linkCertificatesOf } from './link-certificates-of.js';
import { isReachable, supervisionOf } from './supervision-of.js';

/** The links to NEs as configured; none is dialled yet. */
export function openLinks(
  { configuration, time, log }: OmcParts,
  writer: AlarmWriter,
  positions: CommittedPositions,
): NeLinks {
  return new NeLinks({
    scheduler: time.scheduler,
    settings: supervisionOf(configuration),
    positionOf: (ne) => positions.of(ne),
    isDisconnected: (ne) => writer.isDisconnected(ne),
    certificates: linkCertificatesOf(configuration, time, log),
    mayDial: (address, port) => isReachable(address, port, configuration),
    log,
  });
}
