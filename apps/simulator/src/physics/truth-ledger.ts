import type { Blame } from './blame.js';
import type { AlarmName } from './surroundings.js';

/** What is true of an alarm condition for a while. Instants are milliseconds after the beginning. */
export interface TruthRecord extends AlarmName {
  /** When the condition began. */
  readonly beganAt: number;
  /** From when this is true of it. */
  readonly from: number;
  /** Until when; null while it is. A condition that ends while nobody can hear of it is there until somebody can. */
  readonly until: number | null;
  /** When the condition itself ended; null while it lasts. */
  readonly endedAt: number | null;
  /** From when an OMC can know of the condition, since its NE's link is up; null: never so far. */
  readonly heardFrom: number | null;
  /** Ids of the physical faults that cause it. */
  readonly causes: readonly string[];
  readonly role: 'root' | 'symptom';
  /** The alarms that stand for its root cause; itself for a root. */
  readonly roots: readonly AlarmName[];
}

interface OpenCondition {
  readonly name: AlarmName;
  readonly beganAt: number;
  heardFrom: number | null;
  endedAt: number | null;
  from: number;
  blame: Blame;
}

/** Keeps what is true of every alarm condition, now and before. */
export class TruthLedger {
  readonly #open = new Map<string, Map<string, OpenCondition>>();
  readonly #tell: (record: TruthRecord) => void;

  /** `tell` gets a record when it is over. */
  constructor(tell: (record: TruthRecord) => void) {
    this.#tell = tell;
  }

  /** A condition begins. */
  begin(at: number, name: AlarmName, isHeard: boolean, blame: Blame): void {
    const ofNe = this.#open.get(name.ne) ?? new Map<string, OpenCondition>();
    this.#open.set(name.ne, ofNe);
    const known = ofNe.get(keyOf(name));
    if (known !== undefined) known.endedAt = null;
    else {
      const heardFrom = isHeard ? at : null;
      ofNe.set(keyOf(name), { name, beganAt: at, heardFrom, endedAt: null, from: at, blame });
    }
  }

  /** What is true of a condition is something else from now on. */
  revise(at: number, name: AlarmName, blame: Blame): void {
    const condition = this.#open.get(name.ne)?.get(keyOf(name));
    if (condition === undefined || isSame(condition.blame, blame)) return;
    if (condition.from < at) this.#tell(recordOf(condition, at));
    condition.from = at;
    condition.blame = blame;
  }

  /** A condition is over, and one can hear of it unless its NE's link is down. */
  end(at: number, name: AlarmName, isHeard = true): void {
    const condition = this.#open.get(name.ne)?.get(keyOf(name));
    if (condition === undefined) return;
    condition.endedAt ??= at;
    if (isHeard || condition.heardFrom === null) this.#close(at, condition);
  }

  /** An OMC hears now what it has missed of an NE. */
  hear(at: number, ne: string): void {
    for (const condition of [...(this.#open.get(ne)?.values() ?? [])]) {
      condition.heardFrom ??= at;
      if (condition.endedAt !== null) this.#close(at, condition);
    }
  }

  /** What an NE has not told is lost with its process. */
  forget(at: number, ne: string): void {
    for (const condition of [...(this.#open.get(ne)?.values() ?? [])]) {
      if (condition.heardFrom === null) this.#close(at, condition);
      else condition.endedAt = null;
    }
  }

  #close(at: number, condition: OpenCondition): void {
    this.#open.get(condition.name.ne)?.delete(keyOf(condition.name));
    condition.endedAt ??= at;
    this.#tell(recordOf(condition, at));
  }

  /** The conditions of an NE that are there. */
  conditionsOf(ne: string): readonly (AlarmName & Blame)[] {
    return [...(this.#open.get(ne)?.values() ?? [])].map(({ name, blame }) => ({ ...name, ...blame }));
  }

  /** What is true at the moment. */
  open(): readonly TruthRecord[] {
    return [...this.#open.values()].flatMap((ofNe) => [...ofNe.values()].map((one) => recordOf(one, null)));
  }
}

function keyOf({ object, alarmId }: AlarmName): string {
  return `${alarmId} ${object}`;
}

function recordOf(condition: OpenCondition, until: number | null): TruthRecord {
  const { name, beganAt, endedAt, heardFrom, from } = condition;
  const { causes, roots } = condition.blame;
  const [first] = roots;
  const isRoot =
    roots.length === 1 && first !== undefined && keyOf(first) === keyOf(name) && first.ne === name.ne;
  return {
    ...name,
    beganAt,
    endedAt,
    from,
    until,
    heardFrom,
    causes,
    role: isRoot ? 'root' : 'symptom',
    roots,
  };
}

function isSame(one: Blame, other: Blame): boolean {
  return JSON.stringify(one) === JSON.stringify(other);
}
