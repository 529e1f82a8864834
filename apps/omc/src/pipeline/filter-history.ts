import type { AlarmWriter, Command, FilterRule, FilterScope, KeyChange } from '@omc/alarm';
import type { Store } from '@omc/store';

/**
 * A filter that looks further back than the one before needs raw changes that the writer has forgotten: the
 * journal has them. The bulk is read beforehand, beside the writer; only what came since, in its turn.
 */
export class FilterHistory {
  readonly #store: Pick<Store, 'keyHistory'>;
  readonly #writer: AlarmWriter;
  readonly #now: () => number;
  readonly #read = new WeakMap<Command, { readonly changes: readonly KeyChange[]; readonly upTo: number }>();

  constructor(store: Pick<Store, 'keyHistory'>, writer: AlarmWriter, now: () => number) {
    this.#store = store;
    this.#writer = writer;
    this.#now = now;
  }

  /** Whether a command changes filters so that they look further back. */
  isNeededBy(command: Command): boolean {
    return this.#furtherBackMs(command) > 0;
  }

  /** Reads the bulk beforehand; nothing where nothing is needed. */
  async prepare(command: Command): Promise<void> {
    const scope = scopeOf(command)?.scope;
    const backMs = this.#furtherBackMs(command);
    if (scope === undefined || backMs === 0) return;
    this.#read.set(command, await this.#store.keyHistory(scope, this.#now() - backMs, 0));
  }

  /** The command with all that the journal has; to be called when everything before it is committed. */
  async complete(command: Command): Promise<Command> {
    const scope = scopeOf(command)?.scope;
    if (scope === undefined) return command;
    const { changes, upTo } = this.#read.get(command) ?? { changes: [], upTo: 0 };
    const since = this.#now() - this.#furtherBackMs(command);
    const rest = await this.#store.keyHistory(scope, since, upTo);
    const still = changes.filter(({ ne }) => !rest.removed.has(ne));
    return { ...command, history: [...still, ...rest.changes] } as Command;
  }

  #furtherBackMs(command: Command): number {
    const change = scopeOf(command);
    return change === undefined ? 0 : this.#writer.filters.furtherBackMs(change.scope, change.rule);
  }
}

function scopeOf(command: Command): { scope: FilterScope; rule: FilterRule | undefined } | undefined {
  if (command.kind === 'set-filter') return { scope: command.filter, rule: command.filter.rule };
  return command.kind === 'remove-filter' ? { scope: command.scope, rule: undefined } : undefined;
}
