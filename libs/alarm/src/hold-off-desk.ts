import type { ClearCause } from './alarm.js';
import type { BatchDraft } from './batch.js';
import { type AlarmType, type Catalogue, infoMatches } from './catalogue.js';
import type { KeyChange } from './commands.js';
import type { FilterScope } from './filter.js';
import { clearedByOperator, type Decision, heardAt, settle, turn } from './hold-off.js';
import { type Hand, KeyAlarms } from './key-alarms.js';
import { sameInfo } from './life-cycle.js';
import type { ReportOrigin } from './loss-tally.js';
import { type RawChange, reachingBack } from './raw-history.js';
import type { Details, RawState } from './report.js';
import { detailsOf, merged } from './report-details.js';
import type { Superseded, SupervisedKey, SupervisedNe } from './supervised-key.js';
import { nameOf, phaseOf } from './supervised-key.js';
import type { SupervisedKeys } from './supervised-keys.js';
import type { TypeSettings } from './type-settings.js';
import type { Windows } from './windows.js';

/** A raw report of a key, wherever it came from. */
export interface RawReport extends Details {
  readonly object: string;
  readonly alarmId: number;
  readonly state: RawState;
  readonly at: number;
  readonly overLink: boolean;
  readonly origin: ReportOrigin;
  readonly resync?: boolean;
}

/** Hears reports, lets windows run, and raises and clears alarms. */
export class HoldOffDesk {
  readonly #catalogue: Catalogue;
  readonly #keys: SupervisedKeys;
  readonly #alarms: KeyAlarms;
  readonly #lastTold = new Map<number, Details>();

  constructor(catalogue: Catalogue, keys: SupervisedKeys, newId: () => string, typeSettings: TypeSettings) {
    this.#catalogue = catalogue;
    this.#keys = keys;
    this.#alarms = new KeyAlarms(typeSettings, newId);
  }

  /** Hears one report. One that cannot be is counted by its reason. */
  hear(ne: SupervisedNe, report: RawReport, draft: BatchDraft): void {
    const type = this.#catalogue.get(report.alarmId);
    if (type === undefined || type.origin !== 'report') return lose(report, 'unknown-alarm-type', draft);
    const key =
      report.state === 'fault'
        ? this.#keys.obtain(ne, report.object, type)
        : this.#keys.find(ne, report.object, report.alarmId);
    // Before its first report a key was ok, so an ok of an unknown key says nothing new.
    if (key === undefined && report.state === 'fault') return lose(report, 'too-many-keys', draft);
    draft.tally.hear(report.origin.source);
    if (key !== undefined) this.#hearKey(key, report, draft);
  }

  #hearKey(key: SupervisedKey, report: RawReport, draft: BatchDraft): void {
    const at = heardAt(key.state, report.at);
    const anotherWay = key.overLink !== report.overLink;
    key.overLink = report.overLink;
    this.#settle(key, at, draft);
    const state = isLatched(key, report) ? 'fault' : report.state;
    if (state === key.state.raw) this.#repeat(key, report, anotherWay, draft);
    else this.#turn(key, report, at, draft);
    this.#alarms.move(key);
    this.#keys.schedule(key);
  }

  #turn(key: SupervisedKey, report: RawReport, at: number, draft: BatchDraft): void {
    const { state } = report;
    const begins = state === 'fault' && key.alarm === undefined;
    key.reports = begins ? 1 : key.reports + 1;
    key.resynced = report.resync === true;
    if (state === 'fault') key.details = begins ? this.#shared(key, report) : merged(key.details, report);
    draft.record({
      ...nameOf(key),
      kind: key.resynced ? 'resync' : 'transition',
      at,
      state,
      overLink: key.overLink,
      details: detailsOf(report),
    });
    this.#keys.put(key, turn(key.state, state, at, this.#keys.farthestBack(key)));
    this.#settle(key, at, draft);
  }

  /** Devices say the same of the same fault: one object for all of them, since there may be a million. */
  #shared({ type }: SupervisedKey, report: RawReport): Details {
    const last = this.#lastTold.get(type.alarmId);
    if (last?.text === report.text && last?.severity === report.severity && !last?.info && !report.info)
      return last ?? NOTHING_TOLD;
    const details = detailsOf(report);
    this.#lastTold.set(type.alarmId, details);
    return details;
  }

  /** The same again: it extends nothing, but what it tells beside the state replaces what was known. */
  #repeat(key: SupervisedKey, report: RawReport, anotherWay: boolean, draft: BatchDraft): void {
    key.reports += 1;
    const details = report.state === 'ok' ? key.details : merged(key.details, report);
    if (sameInfo(details, key.details) && !anotherWay) return;
    key.details = details;
    draft.record({ ...nameOf(key), kind: 'details', at: report.at, overLink: key.overLink, details });
  }

  /**
   * Decides what is due, save of NEs that are not read yet. More than a batch can hold is left for the next one, so
   * that the first is not published as late as the last.
   */
  settleDue(now: number, unread: ReadonlySet<string>, draft: BatchDraft): void {
    const left: SupervisedKey[] = [];
    while (draft.dueInstants.length < MOST_DUE) {
      const key = this.#keys.takeDue(now);
      if (key === undefined) break;
      if (unread.has(key.ne.id)) {
        left.push(key);
        continue;
      }
      const before = draft.changes.length;
      const { dueAt } = key;
      this.#settle(key, now, draft);
      if (draft.changes.length > before) draft.dueInstants.push(dueAt);
      if (this.#keys.isAtRest(key, now)) this.#keys.forget(key);
      else this.#keys.schedule(key);
    }
    for (const key of left) this.#keys.schedule(key);
  }

  /** The NE's windows wait from now on. */
  hold(ne: SupervisedNe): void {
    ne.held = true;
    for (const key of ne.keys.values()) this.#keys.schedule(key);
  }

  /**
   * The NE was heard to its end at an instant, and its windows go on: what was due by then is decided, with the times
   * at which it was due. What it said since may still be on its way to the writer.
   */
  release(ne: SupervisedNe, heardAt: number, draft: BatchDraft): void {
    ne.held = false;
    for (const key of [...ne.keys.values()]) {
      // No deadline waits for what windows decide that were replaced since.
      this.#settle(key, Math.max(heardAt, key.superseded.at(-1)?.until ?? heardAt), draft);
      this.#keys.schedule(key);
    }
  }

  /**
   * Applies a change of filters to running windows: what becomes true is decided now. Of keys that wait for
   * their link the time until now stays with the windows that were in force.
   */
  refilter(
    scope: FilterScope,
    change: () => void,
    history: readonly KeyChange[],
    now: number,
    draft: BatchDraft,
  ): void {
    this.recall(scope.alarmId, history);
    const affected = [...this.#keys.under(scope)];
    for (const key of affected)
      if (key.waits) key.supersede(this.#keys.windowsOf(key), now);
      else this.#settle(key, now, draft);
    change();
    for (const key of affected) {
      if (!key.waits) this.#settleBy(key, this.#keys.windowsOf(key), now, now, draft);
      this.#keys.schedule(key);
    }
  }

  /** An operator ends the alarm, whatever its windows say: the key stays quiet until its next raw ok. */
  clearByHand(key: SupervisedKey, hand: Hand, now: number, draft: BatchDraft): void {
    const at = heardAt(key.state, now);
    this.#keys.put(key, clearedByOperator(key.state, at));
    this.#alarms.end(key, at, 'operator', hand, draft);
    this.#keys.schedule(key);
  }

  /** Remembers what the new windows need to know of the past; keys at rest are remembered again. */
  recall(alarmId: number, history: readonly KeyChange[]): void {
    const type = this.#catalogue.get(alarmId);
    const byKey = new Map<SupervisedKey, RawChange[]>();
    for (const { ne: id, object, state, at } of history) {
      const ne = this.#keys.nes.get(id);
      const key = ne && type && this.#keys.obtain(ne, object, type);
      if (key === undefined) continue;
      const changes = byKey.get(key);
      if (changes === undefined) byKey.set(key, [{ state, at }]);
      else changes.push({ state, at });
    }
    for (const [key, changes] of byKey)
      this.#keys.put(key, { ...key.state, ...reachingBack(key.state, changes) });
  }

  /** The NE is gone: its alarms end with it. */
  drop(ne: SupervisedNe, now: number, draft: BatchDraft): void {
    for (const key of [...ne.keys.values()]) {
      this.#alarms.clear(key, now, 'removed', this.#keys.windowsOf(key), draft);
      this.#alarms.forget(key);
      this.#keys.forget(key);
    }
  }

  /** Tells what moved in this batch without raising or clearing anything. */
  finish(now: number, draft: BatchDraft): void {
    this.#alarms.finish(now, draft);
  }

  #settle(key: SupervisedKey, now: number, draft: BatchDraft): void {
    let inForceAt = Number.NEGATIVE_INFINITY;
    for (const { windows, until } of key.superseded) {
      this.#settleBy(key, windows, Math.min(until, now), inForceAt, draft);
      if (now < until) return;
      inForceAt = until;
    }
    key.superseded = NONE;
    this.#settleBy(key, this.#keys.windowsOf(key), now, inForceAt, draft);
  }

  #settleBy(key: SupervisedKey, windows: Windows, now: number, inForceAt: number, draft: BatchDraft): void {
    const { state, decisions } = settle(key.state, windows, now, inForceAt);
    for (const decision of decisions) {
      this.#keys.put(key, state);
      if (decision.settled === 'fault') this.#alarms.raise(key, decision, windows, draft);
      else this.#alarms.clear(key, decision.at, causeOf(key, decision, inForceAt), windows, draft);
    }
  }

  /** How many keys wait in a create window, and how many alarms in a restore window. */
  get pending(): { readonly raise: number; readonly clear: number } {
    const { phases } = this.#keys;
    return { raise: phases['pending-raise'], clear: phases['pending-clear'] };
  }
}

/** Decisions of one batch that deadlines bring. */
const MOST_DUE = 500;
const NONE: readonly Superseded[] = [];
const NOTHING_TOLD: Details = {};

/** A clear that came true with new windows only is theirs. */
function causeOf({ resynced }: SupervisedKey, { at }: Decision, inForceAt: number): ClearCause {
  if (at === inForceAt) return 'filter';
  return resynced ? 'resync' : 'report';
}

/** An ok that does not count, since the fault has to be released by other means (a channel that was switched off). */
function isLatched(key: SupervisedKey, report: RawReport): boolean {
  const { latch }: AlarmType = key.type;
  if (latch === undefined || report.state === 'fault' || phaseOf(key.state) === 'rest') return false;
  return infoMatches(key.details.info, latch.info) && !infoMatches(report.info, latch.releasedBy);
}

function lose({ origin, state, alarmId, object }: RawReport, reason: string, { tally }: BatchDraft): void {
  tally.lose(origin, reason, `${state} ${alarmId} ${object}`);
}
