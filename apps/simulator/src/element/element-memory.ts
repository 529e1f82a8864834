import type { NeEvent, NeFault, NeHello, NeSync } from '@omc/wire';
import { detailsOf, type ElementReport } from './element-report.js';
import { EventRing } from './event-ring.js';
import { syncParts } from './sync-parts.js';

/** Events that an NE holds until they are acknowledged. */
export const DEFAULT_CAPACITY = 20_000;

/** What the process of an NE knows: its faults, and its numbered events until they are acknowledged. */
export class ElementMemory {
  readonly ne: string;
  readonly epoch: string;
  readonly #ring: EventRing;
  readonly #faults = new Map<string, NeFault>();
  #ackedSeq = 0;

  constructor(ne: string, epoch: string, capacity: number = DEFAULT_CAPACITY) {
    this.ne = ne;
    this.epoch = epoch;
    this.#ring = new EventRing(capacity);
  }

  /** The highest number that the OMC acknowledged; 0 before the first. */
  get ackedSeq(): number {
    return this.#ackedSeq;
  }

  /** Number of the latest event; 0 before the first. */
  get lastSeq(): number {
    return this.#ring.lastSeq;
  }

  /** The faults that are there now. */
  get faultCount(): number {
    return this.#faults.size;
  }

  /** Remembers whether there is a fault, without numbering an event of it. `time` is NE time. */
  note(report: ElementReport, time: number): void {
    const { object, alarmId, state } = report;
    const key = `${alarmId} ${object}`;
    if (state === 'ok') {
      this.#faults.delete(key);
      return;
    }
    const since = this.#faults.get(key)?.since ?? time;
    this.#faults.set(key, { object, alarmId, since, ...detailsOf(report) });
  }

  /** Remembers a report and numbers an event of it. `time` is NE time. */
  record(report: ElementReport, time: number): NeEvent {
    this.note(report, time);
    const { object, alarmId, state } = report;
    return this.#ring.append({ time, object, alarmId, state, ...detailsOf(report) });
  }

  /** The first held event after a number. */
  eventAfter(seq: number): NeEvent | undefined {
    return this.#ring.after(seq);
  }

  /** Drops what the OMC says it has; numbers that were never given are ignored. */
  acknowledge(seq: number): void {
    this.#ackedSeq = Math.max(this.#ackedSeq, Math.min(seq, this.#ring.lastSeq));
    this.#ring.dropTo(seq);
  }

  /** The NE's greeting. */
  hello(time: number): NeHello {
    const { firstSeq, lastSeq } = this.#ring;
    return { t: 'hello', ver: 1, ne: this.ne, time, epoch: this.epoch, firstSeq, lastSeq };
  }

  /** All faults that are there, in as many parts as it takes. */
  sync(id: number): NeSync[] {
    return syncParts(id, this.#ring.lastSeq, [...this.#faults.values()]);
  }
}
