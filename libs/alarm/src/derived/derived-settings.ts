import type { Catalogue } from '../catalogue.js';
import type { TypeSettings } from '../type-settings.js';

/** What the derived alarms go by. */
export interface DerivedSettings {
  /** The OMC's own object of `network`, such as `Omc=omc-1`. */
  readonly omc: string;
  readonly handshakeIntervalMs: number;
  readonly reconnectIntervalMs: number;
}

/** What they go by unless something else is configured. */
export const defaultDerivedSettings: DerivedSettings = {
  omc: 'Omc=omc',
  handshakeIntervalMs: 60_000,
  reconnectIntervalMs: 120_000,
};

/** What the desk of derived alarms needs from its house. */
export interface DerivedParts {
  readonly catalogue: Catalogue;
  readonly settings: DerivedSettings;
  readonly typeSettings: TypeSettings;
  readonly newId: () => string;
}
