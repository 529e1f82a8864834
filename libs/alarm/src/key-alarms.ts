import type { ClearCause } from './alarm.js';
import type { BatchDraft } from './batch.js';
import type { Decision } from './hold-off.js';
import { clear, raise, update, withComment } from './life-cycle.js';
import type { Details } from './report.js';
import type { SupervisedKey } from './supervised-key.js';
import { nameOf } from './supervised-key.js';
import type { TypeSettings } from './type-settings.js';
import type { Windows } from './windows.js';

/** Who ended an alarm, and what is to be told of it. */
export interface Hand {
  readonly by?: string;
  readonly comment?: string;
  readonly facts?: Readonly<Record<string, unknown>>;
}

/** Raises, tells and clears the alarms of supervised keys. */
export class KeyAlarms {
  readonly #typeSettings: TypeSettings;
  readonly #newId: () => string;
  /** Alarms whose count or details moved in this batch: told once, at its end. */
  readonly #moved = new Set<SupervisedKey>();

  /** @param newId gives a UUIDv7 for each alarm. */
  constructor(typeSettings: TypeSettings, newId: () => string) {
    this.#typeSettings = typeSettings;
    this.#newId = newId;
  }

  /** Something was heard of a key: what its alarm tells may be another thing. */
  move(key: SupervisedKey): void {
    if (key.alarm !== undefined) this.#moved.add(key);
  }

  /** The key is gone. */
  forget(key: SupervisedKey): void {
    this.#moved.delete(key);
  }

  /** Tells what moved in this batch without raising or clearing anything. */
  finish(now: number, draft: BatchDraft): void {
    for (const key of this.#moved) if (key.alarm !== undefined) this.#tell(key, now, draft);
    this.#moved.clear();
  }

  #tell(key: SupervisedKey, now: number, draft: BatchDraft): void {
    const before = key.alarm;
    if (before === undefined) return;
    const alarm = update(before, this.#detailsOf(key), key.reports);
    if (alarm === before) return;
    const kind = alarm.lifeVersion === before.lifeVersion ? 'counted' : 'updated';
    draft.change(key, { kind, at: now, facts: {}, alarm });
  }

  /** Raises the alarm that a key's windows decided (X.733: perceived severity as told, or as operators set it). */
  raise(key: SupervisedKey, { at, intermittent }: Decision, { filter }: Windows, draft: BatchDraft): void {
    const alarm = raise({
      id: this.#newId(),
      ne: key.ne.id,
      object: key.object,
      type: key.type,
      faultAt: key.state.since,
      raisedAt: at,
      reports: key.reports,
      details: this.#detailsOf(key),
      intermittent,
      stale: key.ne.disconnection.alarm !== undefined,
    });
    draft.record({ ...nameOf(key), kind: 'decision', at, state: 'fault', alarm: alarm.id });
    draft.change(key, { kind: 'raised', at, facts: { filter, intermittent }, alarm });
  }

  /** What the device said, save the severity where operators set it: that of an active alarm stays. */
  #detailsOf({ alarm, details, type, ne }: SupervisedKey): Details {
    const severity = this.#typeSettings.severityOf(type.alarmId, ne.id);
    return severity === undefined ? details : { ...details, severity: alarm?.severity ?? severity };
  }

  /** Clears a key's alarm, if it has one, as its windows or the end of its NE decided. */
  clear(key: SupervisedKey, at: number, cause: ClearCause, { filter }: Windows, draft: BatchDraft): void {
    this.end(key, at, cause, { facts: { filter, okSince: key.state.since } }, draft);
  }

  /** Ends a key's alarm, if it has one. */
  end(key: SupervisedKey, at: number, cause: ClearCause, hand: Hand, draft: BatchDraft): void {
    const before = key.alarm;
    if (before === undefined) return;
    const { by, comment, facts } = hand;
    const cleared = clear(update(before, this.#detailsOf(key), key.reports), at, cause);
    draft.record({ ...nameOf(key), kind: 'decision', at, state: 'ok', alarm: cleared.id });
    draft.change(key, {
      kind: 'cleared',
      at,
      ...(by === undefined ? {} : { by }),
      facts: { cause, ...facts, ...(comment === undefined ? {} : { comment }) },
      alarm: comment === undefined ? cleared : withComment(cleared),
    });
  }
}
