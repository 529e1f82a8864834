import type { Alarm, AlarmChange } from '../alarm.js';
import type { AlarmComment } from '../alarm-action.js';
import { AlarmWriter } from '../alarm-writer.js';
import type { AutoAcknowledgement } from '../auto-acknowledge.js';
import type { RegistryWrite, Sequences } from '../batch.js';
import type { Catalogue } from '../catalogue.js';
import type { NeCheckpoint } from '../checkpoint.js';
import type { Command, CommandResult } from '../commands.js';
import type { FilterScope, StoredFilter } from '../filter.js';
import type { JournalEntry } from '../journal.js';
import type { NetworkElement } from '../ne.js';
import type { Shelf } from '../shelving/shelf.js';
import type { StoredTopology } from '../topologies.js';
import type { TypeSetting } from '../type-settings.js';
import { historyOf } from './history-of.js';
import { testCatalogue } from './test-catalogue.js';

/** A writer in virtual time with a store of plain lists: what is decided is stored at once. */
export class TestOffice {
  readonly changes: AlarmChange[];
  readonly journal: JournalEntry[];
  readonly alarms: Map<string, Alarm>;
  readonly nes: Map<string, NetworkElement>;
  readonly filters: Map<string, StoredFilter>;
  readonly topologies: Map<string, StoredTopology>;
  readonly typeSettings: Map<number, TypeSetting>;
  autoAcknowledgement: AutoAcknowledgement;
  readonly shelves: Map<string, Shelf>;
  readonly comments: AlarmComment[];
  /** Reports by what became of them: `heard`, or why they were lost. */
  readonly tally = new Map<string, number>();
  readonly dueInstants: number[] = [];
  readonly writer: AlarmWriter;
  checkpoint: { journalSeq: number; filters: StoredFilter[]; nes: NeCheckpoint[] } | undefined;
  readonly #catalogue: Catalogue;
  /** When the last batch was. */
  #lastAt: number;
  #takingDown: Iterator<NeCheckpoint> | undefined;

  /** @param before what was stored by another office, which is left as it is. */
  constructor(catalogue: Catalogue = testCatalogue, before?: TestOffice) {
    this.#catalogue = catalogue;
    this.changes = [...(before?.changes ?? [])];
    this.journal = [...(before?.journal ?? [])];
    this.alarms = new Map(before?.alarms);
    this.nes = new Map(before?.nes);
    this.filters = new Map(before?.filters);
    this.topologies = new Map(before?.topologies);
    this.typeSettings = new Map(before?.typeSettings);
    this.shelves = new Map(before?.shelves);
    this.#lastAt = before === undefined ? 0 : before.#lastAt;
    this.comments = [...(before?.comments ?? [])];
    this.autoAcknowledgement = before?.autoAcknowledgement ?? {};
    const checkpoint = before?.checkpoint;
    const stored = {
      nes: this.nes.values(),
      filters: checkpoint?.filters ?? [],
      topologies: this.topologies.values(),
      typeSettings: this.typeSettings.values(),
      autoAcknowledgement: this.autoAcknowledgement,
      activeAlarms: this.active,
      shelves: this.shelves.values(),
      sequences: this.#sequences,
    };
    let ids = this.alarms.size + this.comments.length;
    this.writer = new AlarmWriter(catalogue, stored, () => `alarm-${++ids}`);
    for (const ne of checkpoint?.nes ?? []) this.writer.bringBack(ne);
    for (const entry of this.journal)
      if (entry.seq > (checkpoint?.journalSeq ?? 0)) this.writer.replay(entry);
    for (const { scope, sinceAt } of this.writer.lookbacks)
      this.writer.recall(
        scope.alarmId,
        historyOf(this, scope).filter(({ at }) => at >= sinceAt),
      );
    this.writer.ready(this.filters.values());
  }

  /** Begins a checkpoint, of which `goOnWithCheckpoint` takes down NE after NE; the next start begins with it. */
  beginCheckpoint(): void {
    const { journalSeq, storedFilters } = this.writer;
    this.checkpoint = { journalSeq, filters: storedFilters, nes: [] };
    this.#takingDown = this.writer.checkpoint()[Symbol.iterator]();
  }

  /** Takes down one more NE; false once all are. */
  goOnWithCheckpoint(): boolean {
    const { done, value } = this.#takingDown?.next() ?? { done: true };
    // As the database gives it back.
    if (value !== undefined) this.checkpoint?.nes.push(JSON.parse(JSON.stringify(value)));
    return done !== true;
  }

  /** An office that starts from what this one has stored. */
  restarted(): TestOffice {
    return new TestOffice(this.#catalogue, this);
  }

  /** Carries out commands as one batch at an instant; what falls due before is decided before, in time. */
  at(now: number, ...commands: Command[]): CommandResult[] {
    this.#decideDue(now - 1);
    const results = this.#batch(now, commands);
    this.#decideDue(now);
    return results;
  }

  /** Decides what is due up to an instant. */
  passTo(now: number): void {
    this.#decideDue(now);
  }

  get active(): Alarm[] {
    return [...this.alarms.values()].filter(({ state }) => state === 'active');
  }

  /** The log: what happened to which key, and when. */
  get told(): string[] {
    return this.changes.map(
      ({ kind, at, alarm, facts }) =>
        `${at} ${kind} ${alarm.ne}/${alarm.object}/${alarm.alarmId}${kind === 'cleared' ? ` by ${String(facts['cause'])}` : ''}`,
    );
  }

  #decideDue(now: number): void {
    for (let at = this.writer.nextDeadlineAt; at !== undefined && at <= now; at = this.writer.nextDeadlineAt)
      this.#batch(Math.max(at, this.#lastAt), [{ kind: 'deadline', at }]);
  }

  #batch(now: number, commands: readonly Command[]): CommandResult[] {
    this.#lastAt = now;
    const draft = this.writer.begin(now);
    const results = commands.map((command) => this.writer.do(command, now, draft));
    this.writer.finish(draft, now);
    this.dueInstants.push(...draft.dueInstants);
    for (const count of draft.tally.heard.values()) this.#count('heard', count);
    for (const { reason, count } of draft.tally.losses) this.#count(reason, count);
    for (const entry of draft.journal) this.#store(entry);
    for (const change of draft.changes) this.#storeChange(change);
    for (const write of draft.registry) this.#storeRegistry(write);
    return results;
  }

  #count(what: string, by: number): void {
    this.tally.set(what, (this.tally.get(what) ?? 0) + by);
  }

  #storeRegistry(write: RegistryWrite): void {
    switch (write.kind) {
      case 'put-ne':
        this.nes.set(write.ne.id, write.ne);
        return;
      case 'delete-ne':
        this.nes.delete(write.id);
        this.topologies.delete(write.id);
        return;
      case 'put-topology': {
        const { kind: _, by: __, ...topology } = write;
        this.topologies.set(write.ne, topology);
        return;
      }
      case 'put-alarm-type':
        this.typeSettings.set(write.setting.alarmId, write.setting);
        return;
      case 'put-auto-acknowledgement':
        this.autoAcknowledgement = write.setting;
        return;
      case 'put-filter':
        this.filters.set(nameOf(write.filter), write.filter);
        return;
      case 'delete-filter':
        this.filters.delete(nameOf(write.scope));
        return;
      case 'put-shelf':
        this.shelves.set(write.shelf.id, write.shelf);
        return;
      case 'delete-shelf':
        this.shelves.delete(write.id);
        return;
      case 'add-comment':
        this.comments.push(write.comment);
    }
  }

  #store(entry: JournalEntry): void {
    if (entry.seq !== this.#sequences.journalSeq + 1) throw new Error(`a gap before entry ${entry.seq}`);
    this.journal.push(entry);
  }

  /** What a store relies on: numbers without a gap, and each change upon the one before. */
  #storeChange(change: AlarmChange): void {
    const { seq, alarm, before } = change;
    if (seq !== this.#sequences.changeSeq + 1) throw new Error(`a gap before change ${seq}`);
    const stored = this.alarms.get(alarm.id);
    if (stored !== before) throw new Error(`change ${seq} is not upon what is stored`);
    if (alarm.version <= (before?.version ?? 0)) throw new Error(`change ${seq} has no new version`);
    if (alarm.reports < (before?.reports ?? 0)) throw new Error(`change ${seq} forgets reports`);
    if (alarm.lifeVersion < (before?.lifeVersion ?? 0)) throw new Error(`change ${seq} has an old life`);
    this.alarms.set(alarm.id, alarm);
    this.changes.push(change);
  }

  get #sequences(): Sequences {
    return { journalSeq: this.journal.at(-1)?.seq ?? 0, changeSeq: this.changes.at(-1)?.seq ?? 0 };
  }
}

function nameOf({ alarmId, ne, object }: FilterScope): string {
  return JSON.stringify([alarmId, ne, object]);
}
