import type { Alarm } from './alarm.js';
import type { Catalogue } from './catalogue.js';
import { bringBack, type NeCheckpoint } from './checkpoint.js';
import type { FilterScope } from './filter.js';
import type { FilterBook } from './filter-book.js';
import { atRest, type HoldOffState, turn } from './hold-off.js';
import type { JournalEntry } from './journal.js';
import { NE_DISCONNECTED } from './link-desk.js';
import type { RawState } from './report.js';
import type { SupervisedKey } from './supervised-key.js';
import type { SupervisedKeys } from './supervised-keys.js';

/** What a filter looked further back for than the one before: the raw changes of its keys since an instant. */
export interface Lookback {
  readonly scope: FilterScope;
  readonly sinceAt: number;
}

/**
 * Rebuilds the state of every key from the active alarms and the journal. It applies what was decided and
 * decides nothing; deadlines are set at the end.
 */
export class Replay {
  readonly #catalogue: Catalogue;
  readonly #keys: SupervisedKeys;
  /** As they were at each entry; in the end as they are stored. */
  readonly #filters: FilterBook;
  /** Up to where the checkpoint of an NE already tells what the journal does. */
  readonly #known = new Map<string, number>();
  /** What the replayed filters looked further back for: what was told to them then is told again in the end. */
  readonly lookbacks: Lookback[] = [];

  constructor(catalogue: Catalogue, keys: SupervisedKeys, filters: FilterBook) {
    this.#catalogue = catalogue;
    this.#keys = keys;
    this.#filters = filters;
  }

  /** Begins with an NE as a checkpoint has it. */
  bringBack(checkpoint: NeCheckpoint): void {
    bringBack(checkpoint, this.#keys, this.#catalogue);
    this.#known.set(checkpoint.ne, checkpoint.seq);
  }

  /** The active alarms; what the journal tells of their keys comes after. */
  begin(activeAlarms: Iterable<Alarm>): void {
    for (const alarm of activeAlarms) {
      const ne = this.#keys.nes.get(alarm.ne);
      if (ne === undefined) continue;
      if (alarm.alarmId === NE_DISCONNECTED) ne.disconnection.alarm = alarm;
      const key = this.#obtain(alarm.ne, alarm.object, alarm.alarmId);
      if (key === undefined) continue;
      key.alarm = alarm;
      key.reports = alarm.reports;
      key.details = { severity: alarm.severity, text: alarm.text, info: alarm.info };
      key.overLink = ne.held;
    }
  }

  take(entry: JournalEntry): void {
    if (entry.kind === 'started') return this.#started(entry.seq);
    if (entry.kind === 'filter') return this.#filter(entry);
    if (entry.seq <= (this.#known.get(entry.ne) ?? 0)) return;
    this.#keys.forgetRested(entry.at);
    this.#ofNe(entry);
  }

  #ofNe(entry: JournalEntry): void {
    switch (entry.kind) {
      case 'transition':
      case 'resync':
        return this.#transition(entry);
      case 'details':
        return this.#withKey(entry, (key) => {
          if (entry.details !== undefined) key.details = { ...key.details, ...entry.details };
          if (entry.overLink !== undefined) key.overLink = entry.overLink;
          this.#letRest(key);
        });
      case 'decision':
        return this.#withKey(entry, (key) => this.#decision(key, entry.state ?? 'ok', entry.at));
      case 'position':
        return this.#position(entry);
      case 'removed':
        return this.#removed(entry.ne);
      case 'held':
        return this.#hold(entry.ne, true);
      case 'heard':
        return this.#hold(entry.ne, false);
    }
  }

  #started(seq: number): void {
    for (const { id, position } of this.#keys.nes.values())
      if (seq > (this.#known.get(id) ?? 0) && position !== undefined) this.#hold(id, true);
  }

  /** What waited for the link is decided when it is heard. */
  #hold(id: string, held: boolean): void {
    const ne = this.#keys.nes.get(id);
    if (ne === undefined) return;
    ne.held = held;
    for (const key of ne.keys.values()) {
      if (!held) key.superseded = [];
      this.#letRest(key);
    }
  }

  /** Of keys that wait for their link the time until now stays with the windows that were in force. */
  #filter({ seq, at, ne, object, alarmId = 0, rule }: JournalEntry): void {
    const scope = { alarmId, ...(ne === '' ? {} : { ne }), ...(object === undefined ? {} : { object }) };
    for (const key of this.#keys.under(scope)) {
      // A key that is only there for its alarm had not been heard of at that time.
      const wasThere = Number.isFinite(key.state.since) && seq > (this.#known.get(key.ne.id) ?? 0);
      if (key.waits && wasThere) key.supersede(this.#keys.windowsOf(key), at);
    }
    const backMs = this.#filters.furtherBackMs(scope, rule);
    if (backMs > 0) this.lookbacks.push({ scope, sinceAt: at - backMs });
    if (rule === undefined) this.#filters.remove(scope);
    else this.#filters.put({ ...scope, rule });
  }

  /** What is active is so by its alarm; whatever waits, waits again. */
  end(links: ReadonlySet<string>): void {
    for (const ne of this.#keys.nes.values()) {
      // What an NE said while the OMC was away is not known yet.
      ne.held = links.has(ne.id);
      for (const key of [...ne.keys.values()]) {
        // A checkpoint may be older than the last count.
        key.reports = Math.max(key.reports, key.alarm?.reports ?? 0);
        this.#keys.put(key, finalState(key));
        this.#keys.schedule(key);
      }
    }
  }

  #decision(key: SupervisedKey, settled: RawState, at: number): void {
    // An alarm that ended in the middle of its fault was ended by an operator.
    const quiet = settled === 'ok' && key.state.raw === 'fault';
    this.#keys.put(key, { ...key.state, settled, decidedAt: at, quiet });
    this.#letRest(key);
  }

  /** An alarm that is active at the end of the journal is in fault by then, whatever comes before. */
  #letRest(key: SupervisedKey): void {
    if (key.alarm === undefined) this.#keys.scheduleRest(key);
  }

  #transition({ kind, ne, object, alarmId, at, state, details, overLink }: JournalEntry): void {
    const key = this.#obtain(ne, object ?? '', alarmId ?? 0);
    if (key === undefined || state === undefined || state === key.state.raw) return;
    key.overLink = overLink === true;
    key.resynced = kind === 'resync';
    const begins = state === 'fault' && key.state.settled === 'ok';
    if (state === 'fault') key.details = begins ? { ...details } : { ...key.details, ...details };
    if (key.alarm === undefined) key.reports = begins ? 1 : key.reports + 1;
    key.outlive(at);
    this.#keys.put(key, turn(key.state, state, at, this.#keys.farthestBack(key)));
    this.#letRest(key);
  }

  #position({ ne, epoch, ackedSeq, seenSeq }: JournalEntry): void {
    const known = this.#keys.nes.get(ne);
    if (known === undefined || epoch === undefined || ackedSeq === undefined || seenSeq === undefined) return;
    known.position = { epoch, ackedSeq, seenSeq };
  }

  #removed(id: string): void {
    const ne = this.#keys.nes.get(id);
    if (ne === undefined) return;
    // Registered again since: nothing of its former life counts.
    ne.position = undefined;
    for (const key of [...ne.keys.values()])
      if (key.alarm === undefined) this.#keys.forget(key);
      else this.#keys.put(key, atRest);
  }

  #withKey(entry: JournalEntry, use: (key: SupervisedKey) => void): void {
    const ne = this.#keys.nes.get(entry.ne);
    const key = ne && this.#keys.find(ne, entry.object ?? '', entry.alarmId ?? 0);
    if (key !== undefined) use(key);
  }

  #obtain(neId: string, object: string, alarmId: number): SupervisedKey | undefined {
    const ne = this.#keys.nes.get(neId);
    const type = this.#catalogue.get(alarmId);
    if (ne === undefined || type === undefined || type.origin !== 'report') return undefined;
    return this.#keys.obtain(ne, object, type);
  }
}

/** What is active is so by its alarm, in fault since then where the journal no longer tells. */
function finalState({ alarm, state }: SupervisedKey): HoldOffState {
  if (alarm === undefined) return state.settled === 'ok' ? state : { ...state, settled: 'ok' };
  const active = {
    ...state,
    settled: 'fault',
    decidedAt: Math.max(state.decidedAt, alarm.raisedAt),
  } as const;
  return Number.isFinite(state.since) ? active : { ...active, raw: 'fault', since: alarm.faultAt };
}
