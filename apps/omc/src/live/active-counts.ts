import { type Alarm, type AlarmChange, type Role, roles, type Severity, severities } from '@omc/alarm';
import type { AlarmSummary } from '@omc/api';

/** The counts over everything active, kept up with each committed change instead of counted anew. */
export class ActiveCounts {
  readonly #all = new Counts();
  /** Of NEs with active alarms. */
  readonly #byNe = new Map<string, Counts>();

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

  /** @param includes of which NEs; all of them, where it is left out. */
  summary(includes?: (ne: string) => boolean): Omit<AlarmSummary, 'pending' | 'shelves'> {
    if (includes === undefined) return this.#all.summary();
    const sum = new Counts();
    for (const [ne, counts] of this.#byNe) if (includes(ne)) sum.include(counts);
    return sum.summary();
  }

  #add(alarm: Alarm, by: 1 | -1): void {
    if (alarm.state !== 'active') return;
    this.#all.add(alarm, by);
    const ofNe = this.#byNe.get(alarm.ne) ?? new Counts();
    ofNe.add(alarm, by);
    if (ofNe.total === 0) this.#byNe.delete(alarm.ne);
    else this.#byNe.set(alarm.ne, ofNe);
  }
}

/** Active alarms, counted. */
class Counts {
  total = 0;
  #acknowledged = 0;
  #shelved = 0;
  readonly #bySeverity = zeros<Severity>(severities);
  readonly #byRole = zeros<Role>(roles);

  add(alarm: Alarm, by: 1 | -1): void {
    this.total += by;
    this.#bySeverity[alarm.severity] += by;
    this.#byRole[alarm.correlation.role] += by;
    if (alarm.ack.state === 'acknowledged') this.#acknowledged += by;
    if (alarm.shelved) this.#shelved += by;
  }

  include(other: Counts): void {
    this.total += other.total;
    this.#acknowledged += other.#acknowledged;
    this.#shelved += other.#shelved;
    for (const severity of severities) this.#bySeverity[severity] += other.#bySeverity[severity];
    for (const role of roles) this.#byRole[role] += other.#byRole[role];
  }

  summary(): Omit<AlarmSummary, 'pending' | 'shelves'> {
    return {
      total: this.total,
      bySeverity: { ...this.#bySeverity },
      byAck: { acknowledged: this.#acknowledged, unacknowledged: this.total - this.#acknowledged },
      byRole: { ...this.#byRole },
      shelved: this.#shelved,
    };
  }
}

function zeros<Name extends string>(names: readonly Name[]): Record<Name, number> {
  return Object.fromEntries(names.map((name) => [name, 0])) as Record<Name, number>;
}
