import type { BatchDraft } from '../batch.js';
import type { AlarmType } from '../catalogue.js';
import type { Command } from '../commands.js';
import { NETWORK } from '../names.js';
import { objectOfCount } from './counted-object.js';
import type { CutOffSettlement } from './cut-off.js';
import type { DerivedParts } from './derived-settings.js';
import { CUT_OFF, MANY_OF_ONE_TYPE, OMC_TROUBLE, SHARED_TRANSMISSION } from './derived-types.js';
import type { OpenDerived } from './open-derived.js';
import type { SharedTurn } from './shared-transmission.js';
import type { CountTurn } from './type-counts.js';

/** A trouble of the OMC's own that begins or ends. */
export type OmcTroubleTurn = Extract<Command, { kind: 'omc-trouble' }>;

/** What each turn of what is derived makes of the open derived alarms: raises one, with its words, or clears it. */
export class DerivedTurns {
  readonly #parts: Omit<DerivedParts, 'newId'>;
  readonly #open: OpenDerived;

  constructor(parts: Omit<DerivedParts, 'newId'>, open: OpenDerived) {
    this.#parts = parts;
    this.#open = open;
  }

  /** The OMC is cut off, or no longer. */
  cutOff({ turn, sinceAt, missing, nes }: CutOffSettlement, now: number, draft: BatchDraft): void {
    const place = { alarmId: CUT_OFF, ne: NETWORK, object: this.#parts.settings.omc };
    if (turn === 'ended') this.#open.clear(place, 'derived', now, draft);
    const type = this.#typeOf(CUT_OFF);
    if (turn !== 'begun' || type === undefined) return;
    const text = `${missing} of ${nes} NEs stopped answering handshakes`;
    const facts = { derived: 'cut-off', missing, nes };
    this.#open.raise(
      { ...place, type, faultAt: Math.min(sinceAt, now), text, info: { missing, nes }, facts },
      now,
      draft,
    );
  }

  /** The OMC is short of something itself, or no longer. */
  trouble({ trouble, turn, sinceAt, at, text, info }: OmcTroubleTurn, draft: BatchDraft): void {
    const place = {
      alarmId: OMC_TROUBLE,
      ne: NETWORK,
      object: `${this.#parts.settings.omc},Trouble=${trouble}`,
    };
    if (turn === 'ended') return this.#open.clear(place, 'derived', at, draft);
    const type = this.#typeOf(OMC_TROUBLE);
    if (type === undefined || this.#open.idOf(place) !== undefined) return;
    const facts = { derived: 'omc-trouble', text };
    this.#open.raise({ ...place, type, faultAt: sinceAt, text, info, facts }, at, draft);
  }

  /** What many disconnected NEs require is suspected down, or no longer. */
  shared({ kind, object, sinceAt, disconnected, behind }: SharedTurn, now: number, draft: BatchDraft): void {
    const place = { alarmId: SHARED_TRANSMISSION, ne: NETWORK, object };
    if (kind === 'ended') return this.#open.clear(place, 'derived', now, draft);
    const type = this.#typeOf(SHARED_TRANSMISSION);
    if (type === undefined) return;
    const text = `${disconnected} of the ${behind} NEs that cannot do without it were disconnected within 4 minutes`;
    const facts = { derived: 'shared-transmission', disconnected, behind };
    this.#open.raise(
      { ...place, type, faultAt: Math.min(sinceAt, now), text, info: { disconnected, behind }, facts },
      now,
      draft,
    );
  }

  /** Many alarms of one type are active, more or fewer of them, or no longer; `removed`: their NE is. */
  count(turn: CountTurn, removed: boolean, now: number, draft: BatchDraft): void {
    const { kind, scope, alarmId, members, threshold } = turn;
    const place = { alarmId: MANY_OF_ONE_TYPE, ...objectOfCount(turn) };
    if (kind === 'changed') return this.#open.recount(place, members, now, draft);
    if (kind === 'ended') return this.#open.clear(place, removed ? 'removed' : 'derived', now, draft);
    const type = this.#typeOf(MANY_OF_ONE_TYPE);
    if (type === undefined) return;
    const name = this.#parts.catalogue.get(alarmId)?.name.en ?? `type ${alarmId}`;
    const text = `More than ${threshold} alarms ${alarmId} (${name}) are active in ${'ne' in scope ? scope.ne : scope.subnet}`;
    const facts = { derived: 'type-count', members, threshold };
    this.#open.raise({ ...place, type, faultAt: now, text, info: { members }, facts }, now, draft);
  }

  /** A derived type as operators set it. */
  #typeOf(alarmId: number): AlarmType | undefined {
    const type = this.#parts.catalogue.get(alarmId);
    return (
      type && { ...type, severity: this.#parts.typeSettings.severityOf(alarmId, NETWORK) ?? type.severity }
    );
  }
}
