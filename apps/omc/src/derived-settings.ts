import { hostname } from 'node:os';
import type { DerivedSettings } from '@omc/alarm';
import type { Configuration } from './configuration/configuration.js';

/** What derived alarms go by: how often NEs are asked, and the name of this OMC, which is its host's. */
export function derivedSettings({
  OMC_HANDSHAKE_INTERVAL_S,
  OMC_RECONNECT_INTERVAL_S,
}: Pick<Configuration, 'OMC_HANDSHAKE_INTERVAL_S' | 'OMC_RECONNECT_INTERVAL_S'>): DerivedSettings {
  return {
    omc: omcObject(hostname()),
    handshakeIntervalMs: OMC_HANDSHAKE_INTERVAL_S * 1000,
    reconnectIntervalMs: OMC_RECONNECT_INTERVAL_S * 1000,
  };
}

/** The OMC's own object of `network`: a host's name with what an object's name cannot hold taken out. */
export function omcObject(host: string): string {
  return `Omc=${host.replace(/[^A-Za-z0-9._-]/g, '').slice(0, 64) || 'omc'}`;
}
