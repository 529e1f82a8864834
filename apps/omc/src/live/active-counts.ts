import { type Alarm, type AlarmChange, type Role, roles, type Severity, severities } from '@omc/alarm';
import type { AlarmSummary } from '@omc/api';

/** The counts over everything active, kept up with each committed change instead of counted anew. */
export class ActiveCounts {
  readonly #bySeverity = zeros<Severity>(severities);
  readonly #byRole = zeros<Role>(roles);
  #total = 0;
  #acknowledged = 0;
  #shelved = 0;

  constructor(active: Iterable<Alarm>) {
    for (const alarm of active) this.#add(alarm, 1);
  }

  /** Takes in what a batch changed. */
  follow(changes: readonly AlarmChange[]): void {
    for (const { alarm, before } of changes) {
      if (before !== undefined) this.#add(before, -1);
      this.#add(alarm, 1);
    }
  }

  summary(): Omit<AlarmSummary, 'pending' | 'shelves'> {
    return {
      total: this.#total,
      bySeverity: { ...this.#bySeverity },
      byAck: { acknowledged: this.#acknowledged, unacknowledged: this.#total - this.#acknowledged },
      byRole: { ...this.#byRole },
      shelved: this.#shelved,
    };
  }

  #add(alarm: Alarm, by: 1 | -1): void {
    if (alarm.state !== 'active') return;
    this.#total += by;
    this.#bySeverity[alarm.severity] += by;
    this.#byRole[alarm.correlation.role] += by;
    if (alarm.ack.state === 'acknowledged') this.#acknowledged += by;
    if (alarm.shelved) this.#shelved += by;
  }
}

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
