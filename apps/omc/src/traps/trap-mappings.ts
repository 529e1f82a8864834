import { asJson, type Refusal } from '@omc/alarm';
import { type TrapMappingResource, type TrapRulePost, toRfc3339, trapRule } from '@omc/api';
import type { StoredTrapMapping, TrapMappingRows, UnmappedTrap } from '@omc/store';
import type { TrapRule } from '@omc/wire';
import { auditEntry, type Doer } from '../audit/audit-office.js';
import type { TrapRules } from './trap-rules.js';
import type { UnmappedBook } from './unmapped-book.js';

/** What is kept of a varbind is its text. */
const OCTET_STRING = 4;
/** Each notification may have to be held against all of them. */
const MOST = 1_000;

/** What the rules that were added need. */
export interface TrapMappingsParts {
  readonly rows: TrapMappingRows;
  readonly rules: TrapRules;
  /** What a new rule maps leaves this book. */
  readonly unmapped: Pick<UnmappedBook, 'forget'>;
  readonly now: () => number;
}

interface Added extends StoredTrapMapping {
  /** Undefined where it was stored by another version that knew more. */
  readonly understood: TrapRule | undefined;
}

/** The rules for notifications that operators add, stored and in force, beside those of the file. */
export class TrapMappings {
  readonly #parts: TrapMappingsParts;
  #added: readonly Added[] = [];

  private constructor(parts: TrapMappingsParts) {
    this.#parts = parts;
  }

  /** Puts in force what is stored. */
  static async open(parts: TrapMappingsParts): Promise<TrapMappings> {
    const mappings = new TrapMappings(parts);
    mappings.#use((await parts.rows.list()).map(understood));
    return mappings;
  }

  /** Every rule in the order in which they are asked. */
  list(): TrapMappingResource[] {
    const ofFile = this.#parts.rules.ofFile.map(({ name, ...rule }) => ({
      ...{ name, origin: 'file' as const, rule },
      ...{ fault: null, createdBy: null, createdAt: null },
    }));
    return [...this.#added.map((each) => this.#resource(each)), ...ofFile];
  }

  /** Adds a rule, before all others: in force when this resolves. */
  async add({ name, ...rule }: TrapRulePost, by: Doer): Promise<TrapMappingResource | Refusal> {
    const fault = this.#parts.rules.check({ name, ...rule });
    if (fault !== undefined) return { refused: 'invalid', ...fault };
    if (this.#added.length >= MOST)
      return {
        refused: 'conflict',
        field: 'name',
        reason: `there are ${MOST} added rules already: remove one`,
      };
    const at = this.#parts.now();
    const added = understood({ name, rule, createdBy: by.user, createdAt: at });
    const entry = auditEntry(
      at,
      by,
      'add-trap-mapping',
      `trap mapping ${name}`,
      null,
      asJson({ name, ...rule }),
    );
    if (!(await this.#parts.rows.add(added, entry)))
      return { refused: 'conflict', field: 'name', reason: `a rule of the name ${name} was added already` };
    this.#use([added, ...this.#added]);
    this.#parts.unmapped.forget((trap) => this.#isMapped(trap));
    return this.#resource(added);
  }

  /** Removes a rule that was added. */
  async remove(name: string, by: Doer): Promise<Refusal | undefined> {
    const rule = this.#added.find((each) => each.name === name)?.rule ?? null;
    const target = `trap mapping ${name}`;
    const entry = auditEntry(this.#parts.now(), by, 'remove-trap-mapping', target, asJson(rule), null);
    if (!(await this.#parts.rows.remove(name, entry))) {
      const reason = `no rule of the name ${name.slice(0, 100)} was added; those of the file are removed there`;
      return { refused: 'not-found', field: 'name', reason };
    }
    this.#use(this.#added.filter((each) => each.name !== name));
    return undefined;
  }

  #isMapped({ reason, notification, varbinds }: UnmappedTrap): boolean {
    if (reason !== 'unmapped') return false;
    const told = varbinds.map(({ oid, value }) => ({ oid, type: OCTET_STRING, value }));
    return this.#parts.rules.meaningOf({ oid: notification, varbinds: told }).kind !== 'unmapped';
  }

  #use(added: readonly Added[]): void {
    this.#added = added;
    this.#parts.rules.setAdded(added.flatMap(({ understood: rule }) => rule ?? []));
  }

  #resource({ name, rule, understood: known, createdBy, createdAt }: Added): TrapMappingResource {
    const fault = known === undefined ? 'is not understood' : this.#parts.rules.faultOf(name);
    const members = typeof rule === 'object' ? { ...rule } : {};
    return {
      ...{ name, origin: 'stored', rule: members, fault: fault ?? null },
      ...{ createdBy, createdAt: toRfc3339(createdAt) },
    };
  }
}

function understood(stored: StoredTrapMapping): Added {
  const { name, rule } = stored;
  const parsed = trapRule.safeParse(typeof rule === 'object' ? { name, ...rule } : rule);
  return { ...stored, understood: parsed.success ? parsed.data : undefined };
}
