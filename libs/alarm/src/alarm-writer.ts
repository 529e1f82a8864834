import { acknowledgeByThemselves } from './auto-acknowledgement.js';
import { BatchDraft, type Sequences } from './batch.js';
import type { Catalogue } from './catalogue.js';
import { type NeCheckpoint, takeDown } from './checkpoint.js';
import type { Command, CommandResult, KeyChange } from './commands.js';
import type { PathStep } from './correlation/explanation-path.js';
import { type DerivedSettings, defaultDerivedSettings } from './derived/derived-settings.js';
import { Desks } from './desks.js';
import type { StoredFilter } from './filter.js';
import type { FilterBook } from './filter-book.js';
import type { JournalEntry } from './journal.js';
import type { LinkPosition, NetworkElement } from './ne.js';
import { type Lookback, Replay } from './replay.js';
import type { ShelfBook } from './shelving/shelf-book.js';
import { defaultShelfSettings, type ShelfSettings } from './shelving/shelf-refusal.js';
import type { Stored } from './stored.js';
import type { SupervisedKeys } from './supervised-keys.js';
import type { Topologies } from './topologies.js';
import type { TypeSettings } from './type-settings.js';
import { notRegistered, toldByRemovedNe } from './unregistered.js';

/**
 * The single writer of a partition, without clock and I/O: commands in, numbered journal entries and changes
 * out. What it decided must be committed before the next batch is.
 */
export class AlarmWriter {
  readonly #desks: Desks;
  readonly #replay: Replay;
  #sequences: Sequences;
  #started = false;

  /** @param newId gives a UUIDv7 for each alarm. */
  constructor(
    catalogue: Catalogue,
    stored: Stored,
    newId: () => string,
    settings: DerivedSettings = defaultDerivedSettings,
    shelfSettings: ShelfSettings = defaultShelfSettings,
  ) {
    this.#desks = new Desks({ catalogue, stored, newId, settings, shelfSettings });
    this.#sequences = stored.sequences;
    const activeAlarms = [...stored.activeAlarms];
    this.#desks.derived.resume(activeAlarms);
    this.#replay = new Replay(catalogue, this.keys, this.filters);
    this.#replay.begin(activeAlarms);
  }

  get filters(): FilterBook {
    return this.#desks.filters;
  }

  get keys(): SupervisedKeys {
    return this.#desks.keys;
  }

  get topologies(): Topologies {
    return this.#desks.topologies;
  }

  get typeSettings(): TypeSettings {
    return this.#desks.typeSettings;
  }

  /** Begins with an NE as the checkpoint has it; between the constructor and the first `replay`. */
  bringBack(checkpoint: NeCheckpoint): void {
    this.#replay.bringBack(checkpoint);
  }

  /** Takes in one entry of the stored journal, oldest first; between the constructor and `ready`. */
  replay(entry: JournalEntry): void {
    this.#replay.take(entry);
  }

  /** What the writer asked the journal for when filters changed: to be given again by `recall`, before `ready`. */
  get lookbacks(): readonly Lookback[] {
    return this.#replay.lookbacks;
  }

  /** Remembers earlier changes of a type's keys, oldest first. */
  recall(alarmId: number, history: readonly KeyChange[]): void {
    this.#desks.holdOff.recall(alarmId, history);
  }

  /** Ends the replay: from now on there are deadlines, and the filters are those that are stored. */
  ready(filters: Iterable<StoredFilter>): void {
    this.filters.replace(filters);
    const links = [...this.#desks.registry.nes.values()].filter(({ kind }) => kind === 'link');
    this.#replay.end(new Set(links.map(({ id }) => id)));
    const holders = [...this.keys.holders(), ...this.#desks.derived.holders()];
    this.#desks.roles.begin(holders);
    this.#desks.shelves.begin(holders);
    this.#started = false;
  }

  /** A draft for the next batch; it ends with `finish`. */
  begin(now: number): BatchDraft {
    const draft = new BatchDraft(this.#sequences);
    if (!this.#started) draft.record({ kind: 'started', ne: '', at: now });
    this.#started = true;
    return draft;
  }

  /** The stored filters, as they are now. */
  get storedFilters(): StoredFilter[] {
    return this.filters.stored();
  }

  /** Number of the last journal entry, committed or on its way. */
  get journalSeq(): number {
    return this.#sequences.journalSeq;
  }

  /**
   * Takes down NE after NE, each as it is when it is asked for: between two batches, in as many turns of the event
   * loop as the caller likes. What happens meanwhile is in the journal.
   */
  *checkpoint(): Iterable<NeCheckpoint> {
    for (const ne of [...this.keys.nes.values()])
      if (this.keys.nes.get(ne.id) === ne) yield takeDown(ne, this.#sequences.journalSeq);
  }

  /** Carries out one command at `now`, adding to the draft. */
  do(command: Command, now: number, draft: BatchDraft): CommandResult {
    const result = this.#carryOut(command, now, draft);
    if (result.refused !== undefined) return result;
    this.#desks.derived.take(command);
    this.#desks.shelves.take(command, now, draft);
    return result;
  }

  #carryOut(command: Command, now: number, draft: BatchDraft): CommandResult {
    switch (command.kind) {
      case 'deadline':
        this.#desks.holdOff.settleDue(command.at, command.unread ?? NOBODY, draft);
        return {};
      case 'omc-trouble':
        // Derived, as what many alarms together mean is.
        return {};
      case 'report':
        return this.#report(command, draft);
      case 'act-on-alarms':
        return { outcomes: this.#desks.actions.do(command, now, draft) };
      case 'set-filter':
      case 'remove-filter':
      case 'add-ne':
      case 'change-ne':
      case 'remove-ne':
      case 'set-topology':
      case 'change-alarm-type':
      case 'set-auto-acknowledgement':
        return this.#desks.registry.do(command, now, draft);
      case 'add-shelf':
      case 'change-shelf':
      case 'end-shelf':
        return this.#desks.shelves.do(command, now, draft);
      default: {
        const ne = this.keys.nes.get(command.ne);
        if (ne !== undefined) return this.#desks.links.do(ne, command, draft);
        return toldByRemovedNe(command, draft);
      }
    }
  }

  /** Completes a draft: what moved within the batch is told once. */
  finish(draft: BatchDraft, now: number): void {
    this.#desks.holdOff.finish(now, draft);
    this.#desks.links.finish(now, draft);
    for (const ne of this.#desks.derived.finish(now, draft)) this.#desks.roles.correlation.touch(ne);
    this.#desks.roles.finish(now, draft);
    this.#desks.shelves.finish(now, draft);
    acknowledgeByThemselves(this.typeSettings, now, draft);
    this.#sequences = draft.sequences;
  }

  /** Whether an alarm is active: what is done to it needs no look into the store. */
  isActive(id: string): boolean {
    return this.#desks.holderOf(id) !== undefined;
  }

  /** The NE of an active alarm. */
  neOf(id: string): string | undefined {
    return this.#desks.holderOf(id)?.alarm?.ne;
  }

  /** The way from an active alarm to its first root; empty where there is none. */
  explanationPath(id: string): PathStep[] {
    const { correlation } = this.#desks.roles;
    const open = correlation.find(id);
    return open === undefined ? [] : correlation.pathOf(open);
  }

  get nextDeadlineAt(): number | undefined {
    let nextAt = this.keys.nextDeadlineAt;
    for (const at of [this.#desks.roles.correlation.nextAt, this.#desks.shelves.nextAt])
      if (at !== undefined && (nextAt === undefined || at < nextAt)) nextAt = at;
    return nextAt;
  }

  /** The shelves as they are. */
  get shelves(): Pick<ShelfBook, 'find' | 'list'> {
    return this.#desks.shelves.book;
  }

  /** The NEs that have a key on which a decision is due. */
  nesDue(now: number): ReadonlySet<string> {
    return this.keys.nesDue(now);
  }

  /** How many keys wait in a create window, and how many alarms in a restore window. */
  get pending(): { readonly raise: number; readonly clear: number } {
    return this.#desks.holdOff.pending;
  }

  get nes(): ReadonlyMap<string, NetworkElement> {
    return this.#desks.registry.nes;
  }

  /** How far the events of an NE are processed. */
  positionOf(ne: string): LinkPosition | undefined {
    return this.keys.nes.get(ne)?.position;
  }

  /** Whether alarm 301 of an NE is active. */
  isDisconnected(ne: string): boolean {
    return this.keys.nes.get(ne)?.disconnection.alarm !== undefined;
  }

  #report({ report, origin }: Extract<Command, { kind: 'report' }>, draft: BatchDraft): CommandResult {
    const ne = this.keys.nes.get(report.ne);
    if (ne === undefined) {
      draft.tally.lose(origin, 'unknown-ne', `NE ${report.ne}`);
      return notRegistered(report.ne);
    }
    this.#desks.holdOff.hear(ne, { ...report, overLink: false, origin }, draft);
    return {};
  }
}

const NOBODY: ReadonlySet<string> = new Set();
