import type { Clock } from '@omc/alarm';
import { LAST_BOOTS, TIME_WINDOW_SECONDS } from './peer-clocks.js';
import type { EngineTime } from './usm-crypt.js';

/** The SNMP engine that the OMC is: authoritative for the informs that it receives. */
export class OwnEngine {
  readonly id: Uint8Array;
  readonly boots: number;
  readonly #clock: Clock;
  readonly #startedAt: number;

  /** `boots`: how often it was started, this time included. */
  constructor(id: Uint8Array, boots: number, clock: Clock) {
    this.id = id;
    this.boots = boots;
    this.#clock = clock;
    this.#startedAt = clock.now();
  }

  /** Its clock, seconds since its start. */
  get time(): EngineTime {
    const seconds = Math.max(0, Math.floor((this.#clock.now() - this.#startedAt) / 1000));
    return { engineId: this.id, engineBoots: this.boots, engineTime: seconds };
  }

  /** Why a message to this engine is not in time (RFC 3414 §3.2 7a); undefined where it is. */
  refusal({ engineBoots, engineTime }: EngineTime): string | undefined {
    const now = this.time;
    if (this.boots >= LAST_BOOTS) return 'this engine has used up its boots';
    if (engineBoots !== this.boots) return `engineBoots must be ${this.boots}, is ${engineBoots}`;
    if (Math.abs(engineTime - now.engineTime) <= TIME_WINDOW_SECONDS) return undefined;
    return `engineTime must be within ${TIME_WINDOW_SECONDS} s of ${now.engineTime}, is ${engineTime}`;
  }
}
