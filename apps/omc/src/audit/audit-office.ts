import type { Actor, AuditEntry, Json } from '@omc/alarm';
import type { AuditLog } from '@omc/store';

/** Who did something, as the audit log names them. */
export type Doer = Pick<Actor, 'user' | 'from' | 'via'>;

/** What is done at an instant by somebody, for the transaction that does it. */
export function auditEntry(
  at: number,
  { user, from, via }: Doer,
  action: string,
  target: string,
  before: Json,
  after: Json,
): AuditEntry {
  return { at, user, from, via, action, target, before, after };
}

/** Writes into the audit log what is no command to the writer. */
export class AuditOffice {
  readonly #log: Pick<AuditLog, 'add'>;
  readonly #now: () => number;

  constructor(log: Pick<AuditLog, 'add'>, now: () => number) {
    this.#log = log;
    this.#now = now;
  }

  /** An entry of what is done now, for the transaction that does it. */
  entryOf(doer: Doer, action: string, target: string, before: Json, after: Json): AuditEntry {
    return auditEntry(this.#now(), doer, action, target, before, after);
  }

  /** Writes down what has no transaction of its own; resolves once it is stored. */
  async add(doer: Doer, action: string, target: string, before: Json, after: Json): Promise<void> {
    await this.#log.add(this.entryOf(doer, action, target, before, after));
  }
}
