import type { Alarm } from './alarm.js';
import { BatchDraft, type Sequences } from './batch.js';
import type { Catalogue } from './catalogue.js';
import type { Command, CommandResult } from './commands.js';
import type { StoredFilter } from './filter.js';
import { FilterBook } from './filter-book.js';
import { HoldOffDesk } from './hold-off-desk.js';
import type { JournalEntry } from './journal.js';
import { LinkDesk, NE_DISCONNECTED } from './link-desk.js';
import type { LinkPosition, NetworkElement } from './ne.js';
import { RegistryDesk } from './registry-desk.js';
import { Replay } from './replay.js';
import { SupervisedKeys } from './supervised-keys.js';

/** What a writer starts from: what is stored. */
export interface Stored {
  readonly nes: Iterable<NetworkElement>;
  readonly filters: Iterable<StoredFilter>;
  readonly activeAlarms: Iterable<Alarm>;
  readonly sequences: Sequences;
}

/**
 * The single writer of a partition, without clock and I/O: commands in, numbered journal entries and changes
 * out. What it decided must be committed before the next batch is.
 */
export class AlarmWriter {
  readonly filters: FilterBook;
  readonly keys: SupervisedKeys;
  readonly #holdOff: HoldOffDesk;
  readonly #links: LinkDesk;
  readonly #registry: RegistryDesk;
  readonly #replay: Replay;
  #sequences: Sequences;

  /** @param newId gives a UUIDv7 for each alarm. */
  constructor(catalogue: Catalogue, stored: Stored, newId: () => string) {
    this.filters = new FilterBook(catalogue, stored.filters);
    this.keys = new SupervisedKeys(this.filters);
    this.#holdOff = new HoldOffDesk(catalogue, this.keys, newId);
    this.#links = new LinkDesk(catalogue, this.#holdOff, newId);
    this.#registry = new RegistryDesk(catalogue, this.filters, this.keys, this.#holdOff, this.#links);
    this.#sequences = stored.sequences;
    for (const ne of stored.nes) {
      this.#registry.nes.set(ne.id, ne);
      // What an NE said while the OMC was away is not known yet.
      this.keys.addNe(ne.id, ne.kind === 'link');
    }
    this.#replay = new Replay(catalogue, this.keys);
    this.#replay.begin(stored.activeAlarms);
  }

  /** Takes in one entry of the stored journal, oldest first; between the constructor and `ready`. */
  replay(entry: JournalEntry): void {
    this.#replay.take(entry);
  }

  /** Ends the replay: from now on there are deadlines. */
  ready(): void {
    this.#replay.end();
  }

  /** A draft for the next batch; it ends with `finish`. */
  begin(): BatchDraft {
    return new BatchDraft(this.#sequences);
  }

  /** Carries out one command at `now`, adding to the draft. */
  do(command: Command, now: number, draft: BatchDraft): CommandResult {
    switch (command.kind) {
      case 'deadline':
        this.#holdOff.settleDue(command.at, draft);
        return {};
      case 'report':
        return this.#report(command, draft);
      case 'set-filter':
      case 'remove-filter':
      case 'add-ne':
      case 'change-ne':
      case 'remove-ne':
        return this.#registry.do(command, now, draft);
      default: {
        const ne = this.keys.nes.get(command.ne);
        if (ne !== undefined) return this.#links.do(ne, command, now, draft);
        return { refused: 'not-found', field: 'ne', reason: `NE ${command.ne} is not registered` };
      }
    }
  }

  /** Completes a draft: what moved within the batch is told once. */
  finish(draft: BatchDraft, now: number): void {
    this.#holdOff.finish(now, draft);
    this.#links.finish(now, draft);
    this.#sequences = draft.sequences;
  }

  get nextDeadlineAt(): number | undefined {
    return this.keys.nextDeadlineAt;
  }

  /** How many keys wait in a create window, and how many alarms in a restore window. */
  get pending(): { readonly raise: number; readonly clear: number } {
    return this.#holdOff.pending;
  }

  get nes(): ReadonlyMap<string, NetworkElement> {
    return this.#registry.nes;
  }

  /** How far the events of an NE are processed. */
  positionOf(ne: string): LinkPosition | undefined {
    return this.keys.nes.get(ne)?.position;
  }

  /** Whether alarm 301 of an NE is active. */
  isDisconnected(ne: string): boolean {
    return this.keys.nes.get(ne)?.disconnection?.alarmId === NE_DISCONNECTED;
  }

  #report({ report }: Extract<Command, { kind: 'report' }>, draft: BatchDraft): CommandResult {
    const ne = this.keys.nes.get(report.ne);
    if (ne === undefined) {
      draft.count('unknown-ne');
      return { refused: 'not-found', field: 'ne', reason: `NE ${report.ne} is not registered` };
    }
    this.#holdOff.hear(ne, { ...report, overLink: false }, draft);
    return {};
  }
}
