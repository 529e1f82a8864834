/** What the OMC itself may be short of: the end of the object's name, `Trouble=Database`. */
export const omcTroubles = ['Database', 'Disk', 'Losses', 'Lateness'] as const;
export type OmcTrouble = (typeof omcTroubles)[number];

/** How long something is looked at before it is a trouble, and before it is over. Milliseconds. */
export interface TroubleRule {
  /** It must have been so for so long, at every look. */
  readonly afterMs: number;
  /** It must not have been so for so long. */
  readonly graceMs: number;
}

/** A trouble begins, or is over; `at`: when what it is about began, or when it was seen to be over. */
export interface TroubleTurn {
  readonly kind: 'begun' | 'ended';
  readonly at: number;
}

/** Tells from looks, one now and then, when one of the OMC's own troubles begins and when it is over. */
export class TroubleWatch {
  readonly #rule: TroubleRule;
  #isOpen: boolean;
  #sinceAt: number | undefined;
  #lastAt = Number.NEGATIVE_INFINITY;

  /** `isOpen`: its alarm is active from before a restart. */
  constructor(rule: TroubleRule, isOpen: boolean) {
    this.#rule = rule;
    this.#isOpen = isOpen;
  }

  /** Whether its alarm is to be active. */
  get isOpen(): boolean {
    return this.#isOpen;
  }

  /** It is looked at `now`, and is so, as is known since `sinceAt`, or not. */
  look(isSo: boolean, now: number, sinceAt = now): TroubleTurn | undefined {
    return isSo ? this.#lookAtTrouble(now, sinceAt) : this.#lookAtPeace(now);
  }

  #lookAtTrouble(now: number, sinceAt: number): TroubleTurn | undefined {
    this.#sinceAt ??= Math.min(sinceAt, now);
    this.#lastAt = now;
    if (this.#isOpen || now - this.#sinceAt < this.#rule.afterMs) return undefined;
    this.#isOpen = true;
    return { kind: 'begun', at: this.#sinceAt };
  }

  #lookAtPeace(now: number): TroubleTurn | undefined {
    if (this.#isOpen && now - this.#lastAt < this.#rule.graceMs) return undefined;
    const wasOpen = this.#isOpen;
    this.#isOpen = false;
    this.#sinceAt = undefined;
    return wasOpen ? { kind: 'ended', at: now } : undefined;
  }
}
