import { until } from '@omc/harness';
import { HandMadeNe } from './hand-made-ne.js';

/** An NE whose RRUs fail and recover by the thousand; its alarms have no hold-off. */
export class Raiser {
  readonly ne: HandMadeNe;
  #seq = 0;

  constructor(id: string) {
    this.ne = new HandMadeNe(id);
  }

  /** Says that an object of a type fails, or works again. */
  say(alarmId: number, object: string, state: 'fault' | 'ok', more: object = {}): void {
    this.#seq += 1;
    this.ne.manners.lastSeq = this.#seq;
    this.ne.say({ t: 'event', seq: this.#seq, time: this.ne.time(), object, alarmId, state, ...more });
  }

  /** The same of many RRUs. */
  sayAll(state: 'fault' | 'ok', from: number, to: number, more: object = {}): void {
    for (let n = from; n < to; n++) this.say(26235, `Rru=0-${n}-0`, state, more);
  }

  /** Waits until everything that was said is acknowledged. */
  async heard(): Promise<void> {
    await until('everything to be acknowledged', () => {
      const last = this.ne.heard.findLast(({ t }) => t === 'ack');
      return last?.['seq'] === this.#seq;
    });
  }
}
