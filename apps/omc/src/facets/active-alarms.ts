import type { Alarm, AlarmChange } from '@omc/alarm';

/** What is active, as it was committed last. */
export class ActiveAlarms implements Iterable<Alarm> {
  readonly #byId = new Map<string, Alarm>();

  constructor(active: Iterable<Alarm>) {
    for (const alarm of active) this.#byId.set(alarm.id, alarm);
  }

  /** Takes in what a batch changed. */
  follow(changes: readonly AlarmChange[]): void {
    for (const { alarm } of changes)
      if (alarm.state === 'active') this.#byId.set(alarm.id, alarm);
      else this.#byId.delete(alarm.id);
  }

  /** May be gone through while alarms come and go. */
  [Symbol.iterator](): Iterator<Alarm> {
    return this.#byId.values();
  }
}
