import type { FaultFollower, FaultOutcome, KeyEntry, KeyName, RawFault } from './fault-outcome.js';
import { atRest } from './hold-off.js';
import type { RawState } from './report.js';

/** The time that a study looks at, milliseconds since 1970. */
export interface StudiedTime {
  /** From where on entries are read, so that windows which reach further back are right. */
  readonly readFromAt: number;
  /** Faults count that began from here on. */
  readonly fromAt: number;
  /** Everything counts as it stood here. */
  readonly untilAt: number;
}

/** Who follows each key, and who is told of its faults. */
export interface StudyParts {
  followersOf(key: KeyName): readonly FaultFollower[];
  /** Told of each fault with its outcomes, one for each follower, in their order. */
  told(key: KeyName, fault: RawFault, outcomes: readonly FaultOutcome[]): void;
}

/** Goes through what the journal keeps of many keys, one key after the other, and hands on their faults. */
export class FaultStudy {
  readonly #time: StudiedTime;
  readonly #parts: StudyParts;
  #key: KeyName | undefined;
  #followers: readonly FaultFollower[] = [];
  #raw: RawState = 'ok';
  #since = atRest.since;
  #okForMs: number | undefined;
  #keys = 0;
  #counts = false;

  constructor(time: StudiedTime, parts: StudyParts) {
    this.#time = time;
    this.#parts = parts;
  }

  /** How many keys had a fault that counts. */
  get keys(): number {
    return this.#keys;
  }

  /** Takes the next entry: all of a key stand together, in the order in which they were recorded. */
  take(entry: KeyEntry): void {
    if (this.#key === undefined || !isSame(this.#key, entry)) this.#begin(entry);
    if (entry.kind === 'decision') for (const one of this.#followers) one.decided(entry.state, entry.at);
    else this.#turn(entry);
  }

  /** Nothing more comes. */
  end(): void {
    if (this.#raw === 'fault') {
      for (const one of this.#followers) one.pass(this.#time.untilAt);
      this.#tell(undefined);
    }
    this.#key = undefined;
    this.#followers = [];
    this.#raw = 'ok';
  }

  #begin(first: KeyEntry): void {
    this.end();
    this.#key = first;
    this.#counts = false;
    this.#renew();
    // Only what changes is recorded: what begins with an end began before.
    if (first.kind === 'transition' ? first.state === 'fault' : first.state === 'ok') return;
    this.#raw = 'fault';
    for (const one of this.#followers) one.beginAlarmed(this.#time.readFromAt);
  }

  #renew(): void {
    this.#followers = this.#key === undefined ? [] : this.#parts.followersOf(this.#key);
    this.#since = atRest.since;
  }

  #turn({ state, at }: KeyEntry): void {
    if (state === this.#raw && state === 'fault') this.#restart();
    for (const one of this.#followers) one.turn(state, at);
    if (state === 'ok') this.#tell(at);
    this.#okForMs = Number.isFinite(this.#since) ? at - this.#since : undefined;
    this.#since = at;
    this.#raw = state;
  }

  /** A fault after a fault: the NE was removed and registered anew, and when the first one ended nobody knows. */
  #restart(): void {
    this.#tell(undefined);
    this.#renew();
  }

  #tell(endedAt: number | undefined): void {
    const faultAt = this.#since;
    if (this.#key === undefined || faultAt < this.#time.fromAt) return;
    if (!this.#counts) this.#keys += 1;
    this.#counts = true;
    const outcomes = this.#followers.map((one) => one.outcome(endedAt !== undefined));
    this.#parts.told(this.#key, { faultAt, endedAt, okForMs: this.#okForMs }, outcomes);
  }
}

function isSame(one: KeyName, other: KeyName): boolean {
  return one.object === other.object && one.ne === other.ne && one.alarmId === other.alarmId;
}
