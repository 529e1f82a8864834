import { ActionDesk } from './action-desk.js';
import type { Alarm } from './alarm.js';
import type { AlarmHolder } from './alarm-holder.js';
import type { AutoAcknowledgement } from './auto-acknowledge.js';
import { acknowledgeByThemselves } from './auto-acknowledgement.js';
import { BatchDraft, type Sequences } from './batch.js';
import type { Catalogue } from './catalogue.js';
import { type NeCheckpoint, takeDown } from './checkpoint.js';
import type { Command, CommandResult, KeyChange, LinkCommand, Refusal } from './commands.js';
import type { PathStep } from './correlation/explanation-path.js';
import { DerivedDesk, type DerivedSettings, defaultDerivedSettings } from './derived/derived-desk.js';
import type { StoredFilter } from './filter.js';
import { FilterBook } from './filter-book.js';
import { HoldOffDesk } from './hold-off-desk.js';
import type { JournalEntry } from './journal.js';
import { LinkDesk } from './link-desk.js';
import type { LinkPosition, NetworkElement } from './ne.js';
import { RegistryDesk } from './registry-desk.js';
import { type Lookback, Replay } from './replay.js';
import { RoleDesk } from './role-desk.js';
import { roleSettings } from './role-settings.js';
import type { Shelf, ShelfMatch } from './shelving/shelf.js';
import type { ShelfBook } from './shelving/shelf-book.js';
import { ShelfDesk } from './shelving/shelf-desk.js';
import { defaultShelfSettings, type ShelfSettings } from './shelving/shelf-refusal.js';
import { SupervisedKeys } from './supervised-keys.js';
import { type StoredTopology, Topologies } from './topologies.js';
import { type TypeSetting, TypeSettings } from './type-settings.js';

/** What a writer starts from: what is stored. */
export interface Stored {
  readonly nes: Iterable<NetworkElement>;
  /** The filters as they were where the replayed part of the journal begins: it tells what became of them. */
  readonly filters: Iterable<StoredFilter>;
  readonly topologies: Iterable<StoredTopology>;
  readonly typeSettings: Iterable<TypeSetting>;
  /** When alarms are acknowledged by themselves, by severity. */
  readonly autoAcknowledgement?: AutoAcknowledgement;
  readonly activeAlarms: Iterable<Alarm>;
  /** Those that have not ended, and the last that have. */
  readonly shelves: Iterable<Shelf>;
  readonly sequences: Sequences;
}

/**
 * The single writer of a partition, without clock and I/O: commands in, numbered journal entries and changes
 * out. What it decided must be committed before the next batch is.
 */
export class AlarmWriter {
  readonly filters: FilterBook;
  readonly keys: SupervisedKeys;
  readonly topologies: Topologies;
  readonly typeSettings: TypeSettings;
  readonly #holdOff: HoldOffDesk;
  readonly #links: LinkDesk;
  readonly #derived: DerivedDesk;
  readonly #roles: RoleDesk;
  readonly #shelves: ShelfDesk;
  readonly #registry: RegistryDesk;
  readonly #actions: ActionDesk;
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
    this.filters = new FilterBook(catalogue, stored.filters);
    this.keys = new SupervisedKeys(this.filters);
    const typeSettings = new TypeSettings(stored.typeSettings, stored.autoAcknowledgement);
    this.typeSettings = typeSettings;
    this.#holdOff = new HoldOffDesk(catalogue, this.keys, newId, typeSettings);
    this.#links = new LinkDesk(catalogue, this.#holdOff, newId, typeSettings);
    this.topologies = new Topologies(stored.topologies);
    this.#derived = new DerivedDesk({ catalogue, settings, typeSettings, newId });
    const causesOf301 = (ne: string) => this.#derived.causesOf301(ne);
    this.#roles = new RoleDesk(catalogue, roleSettings(this.keys, causesOf301));
    for (const { ne, topology } of this.topologies.all()) {
      this.#roles.load(ne, topology);
      this.#derived.place(ne, topology);
    }
    this.#shelves = new ShelfDesk(
      {
        catalogue,
        settings: shelfSettings,
        isRegistered: (ne) => this.#registry.nes.has(ne),
        subnetOf: (ne) => this.topologies.of(ne)?.subnet,
        holders: (match) => this.#holdersOf(match),
      },
      stored.shelves,
    );
    this.#registry = new RegistryDesk(
      catalogue,
      this.filters,
      this.topologies,
      this.keys,
      this.#holdOff,
      this.#links,
      this.#roles,
      typeSettings,
    );
    this.#actions = new ActionDesk({
      catalogue,
      holdOff: this.#holdOff,
      holderOf: (id) => this.#holderOf(id),
      newId,
    });
    this.#sequences = stored.sequences;
    for (const ne of stored.nes) {
      this.#registry.nes.set(ne.id, ne);
      // What an NE said while the OMC was away is not known yet.
      this.keys.addNe(ne.id, ne.kind === 'link');
      this.#derived.add(ne.id, ne.kind);
    }
    const activeAlarms = [...stored.activeAlarms];
    this.#derived.resume(activeAlarms);
    this.#replay = new Replay(catalogue, this.keys, this.filters);
    this.#replay.begin(activeAlarms);
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
    this.#holdOff.recall(alarmId, history);
  }

  /** Ends the replay: from now on there are deadlines, and the filters are those that are stored. */
  ready(filters: Iterable<StoredFilter>): void {
    this.filters.replace(filters);
    const links = [...this.#registry.nes.values()].filter(({ kind }) => kind === 'link');
    this.#replay.end(new Set(links.map(({ id }) => id)));
    const holders = [...this.keys.holders(), ...this.#derived.holders()];
    this.#roles.begin(holders);
    this.#shelves.begin(holders);
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
    this.#derived.take(command);
    this.#shelves.take(command, now, draft);
    return result;
  }

  #carryOut(command: Command, now: number, draft: BatchDraft): CommandResult {
    switch (command.kind) {
      case 'deadline':
        this.#holdOff.settleDue(command.at, command.unread ?? NOBODY, draft);
        return {};
      case 'omc-trouble':
        // Derived, as what many alarms together mean is.
        return {};
      case 'report':
        return this.#report(command, draft);
      case 'act-on-alarms':
        return { outcomes: this.#actions.do(command, now, draft) };
      case 'set-filter':
      case 'remove-filter':
      case 'add-ne':
      case 'change-ne':
      case 'remove-ne':
      case 'set-topology':
      case 'change-alarm-type':
      case 'set-auto-acknowledgement':
        return this.#registry.do(command, now, draft);
      case 'add-shelf':
      case 'change-shelf':
      case 'end-shelf':
        return this.#shelves.do(command, now, draft);
      default: {
        const ne = this.keys.nes.get(command.ne);
        if (ne !== undefined) return this.#links.do(ne, command, draft);
        return unknownNe(command, draft);
      }
    }
  }

  /** Completes a draft: what moved within the batch is told once. */
  finish(draft: BatchDraft, now: number): void {
    this.#holdOff.finish(now, draft);
    this.#links.finish(now, draft);
    for (const ne of this.#derived.finish(now, draft)) this.#roles.correlation.touch(ne);
    this.#roles.finish(now, draft);
    this.#shelves.finish(now, draft);
    acknowledgeByThemselves(this.typeSettings, now, draft);
    this.#sequences = draft.sequences;
  }

  /** Whether an alarm is active: what is done to it needs no look into the store. */
  isActive(id: string): boolean {
    return this.#holderOf(id) !== undefined;
  }

  /** The NE of an active alarm. */
  neOf(id: string): string | undefined {
    return this.#holderOf(id)?.alarm?.ne;
  }

  #holderOf(id: string): AlarmHolder | undefined {
    const holder = this.#roles.correlation.find(id)?.holder;
    return holder?.alarm?.id === id ? holder : undefined;
  }

  /** The way from an active alarm to its first root; empty where there is none. */
  explanationPath(id: string): PathStep[] {
    const { correlation } = this.#roles;
    const open = correlation.find(id);
    return open === undefined ? [] : correlation.pathOf(open);
  }

  get nextDeadlineAt(): number | undefined {
    let nextAt = this.keys.nextDeadlineAt;
    for (const at of [this.#roles.correlation.nextAt, this.#shelves.nextAt])
      if (at !== undefined && (nextAt === undefined || at < nextAt)) nextAt = at;
    return nextAt;
  }

  /** The shelves as they are. */
  get shelves(): Pick<ShelfBook, 'find' | 'list'> {
    return this.#shelves.book;
  }

  *#holdersOf(match: ShelfMatch): Iterable<AlarmHolder> {
    yield* this.keys.holdersOf(match);
    yield* this.#derived.holders();
  }

  /** The NEs that have a key on which a decision is due. */
  nesDue(now: number): ReadonlySet<string> {
    return this.keys.nesDue(now);
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
    return this.keys.nes.get(ne)?.disconnection.alarm !== undefined;
  }

  #report({ report, origin }: Extract<Command, { kind: 'report' }>, draft: BatchDraft): CommandResult {
    const ne = this.keys.nes.get(report.ne);
    if (ne === undefined) {
      draft.tally.lose(origin, 'unknown-ne', `NE ${report.ne}`);
      return notRegistered(report.ne);
    }
    this.#holdOff.hear(ne, { ...report, overLink: false, origin }, draft);
    return {};
  }
}

/** What an NE told that was removed just now. */
function unknownNe(command: LinkCommand, { tally }: BatchDraft): Refusal {
  const { ne } = command;
  const sample = `NE ${ne} is not registered any more`;
  const [source, reports] =
    command.kind === 'link-events'
      ? (['link', command.events.length] as const)
      : (['sync', 'faults' in command ? command.faults.length : 0] as const);
  if (reports > 0) tally.lose({ source, from: ne }, 'unknown-ne', sample, reports);
  return notRegistered(ne);
}

function notRegistered(ne: string): Refusal {
  return { refused: 'not-found', field: 'ne', reason: `NE ${ne} is not registered` };
}

const NOBODY: ReadonlySet<string> = new Set();
