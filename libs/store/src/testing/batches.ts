import {
  type Alarm,
  type AlarmChange,
  type Batch,
  type JournalEntry,
  type RegistryWrite,
  type Sequences,
  standalone,
} from '@omc/alarm';

/** A UUID with a number in it. */
export const uuid = (n: number): string => `01920000-0000-7000-8000-${String(n).padStart(12, '0')}`;

/** An instant of the tests. */
export const T0 = Date.UTC(2026, 0, 2, 3, 4, 5, 678);

/** An active alarm with a number. */
export function alarm(n: number, rest: Partial<Alarm> = {}): Alarm {
  return {
    id: uuid(n),
    ne: 'eNB-1',
    object: `Cell=${n}`,
    alarmId: 29240,
    severity: 'major',
    eventType: 'qualityOfServiceAlarm',
    probableCause: 'unavailable',
    state: 'active',
    ack: { state: 'unacknowledged' },
    faultAt: T0,
    raisedAt: T0 + 90_000,
    clearedAt: null,
    clearedBy: null,
    reports: 1,
    text: '',
    info: {},
    intermittent: false,
    stale: false,
    correlation: standalone,
    shelved: false,
    comments: 0,
    version: 1,
    lifeVersion: 1,
    ...rest,
  };
}

/** Batches with running numbers. */
export class Batches {
  #journalSeq: number;
  #changeSeq: number;

  constructor(from: Sequences = { journalSeq: 0, changeSeq: 0 }) {
    this.#journalSeq = from.journalSeq;
    this.#changeSeq = from.changeSeq;
  }

  get sequences(): Sequences {
    return { journalSeq: this.#journalSeq, changeSeq: this.#changeSeq };
  }

  /** Alarms as they are after a change. */
  of(
    alarms: readonly Alarm[],
    rest: { journal?: Omit<JournalEntry, 'seq'>[]; registry?: RegistryWrite[] } = {},
  ): Batch {
    return {
      journal: (rest.journal ?? []).map((entry) => ({ seq: ++this.#journalSeq, ...entry })),
      changes: alarms.map((each) => this.change(each)),
      registry: rest.registry ?? [],
    };
  }

  change(each: Alarm, rest: Partial<AlarmChange> = {}): AlarmChange {
    this.#changeSeq += 1;
    return { seq: this.#changeSeq, kind: 'raised', at: each.raisedAt, facts: {}, alarm: each, ...rest };
  }
}
