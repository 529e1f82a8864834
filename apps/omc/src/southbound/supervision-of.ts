import type { LinkSettings } from '@omc/southbound';
import type { Configuration } from '../configuration/configuration.js';
import { isOwnListener } from '../configuration/own-listeners.js';

/** How many NEs are dialled or asked a second when all of them are gone at once. */
const DIALS_PER_SECOND = 1000;

/** How NEs are supervised as configured, whatever they speak. */
export function supervisionOf(configuration: Configuration): LinkSettings {
  return {
    handshakeIntervalMs: configuration.OMC_HANDSHAKE_INTERVAL_S * 1000,
    handshakeMisses: configuration.OMC_HANDSHAKE_MISSES,
    reconnectIntervalMs: configuration.OMC_RECONNECT_INTERVAL_S * 1000,
    dialsPerSecond: DIALS_PER_SECOND,
  };
}

/** Whether NEs may be reached at an address: never a listener of the OMC's own. */
export function isReachable(address: string, port: number, configuration: Configuration): boolean {
  return configuration.OMC_NE_NETWORKS.allows(address) && !isOwnListener(address, port, configuration);
}
