import type { BatchDraft } from './batch.js';
import type { AlarmType, Catalogue } from './catalogue.js';
import type { CommandResult, LinkCommand, LinkEvent } from './commands.js';
import type { HoldOffDesk } from './hold-off-desk.js';
import { clear, markStale, raise, remark } from './life-cycle.js';
import type { LinkPosition } from './ne.js';
import { Reconciliation } from './reconciliation.js';
import type { SupervisedNe } from './supervised-key.js';
import type { TypeSettings } from './type-settings.js';

/** The alarm of an NE that no longer answers. */
export const NE_DISCONNECTED = 301;

/** Does what NE links tell: numbering, windows that wait for a link, and alarm 301. */
export class LinkDesk {
  readonly #type: AlarmType;
  readonly #holdOff: HoldOffDesk;
  readonly #reconciliation: Reconciliation;
  readonly #typeSettings: TypeSettings;
  readonly #newId: () => string;
  /** NEs whose position moved in this batch: journalled once, at its end. */
  readonly #moved = new Set<SupervisedNe>();

  constructor(catalogue: Catalogue, holdOff: HoldOffDesk, newId: () => string, typeSettings: TypeSettings) {
    const type = catalogue.get(NE_DISCONNECTED);
    if (type === undefined) throw new Error(`the catalogue lacks alarm type ${NE_DISCONNECTED}`);
    this.#type = type;
    this.#holdOff = holdOff;
    this.#reconciliation = new Reconciliation(holdOff);
    this.#typeSettings = typeSettings;
    this.#newId = newId;
  }

  /** Carries out one command of an NE's link. */
  do(ne: SupervisedNe, command: LinkCommand, draft: BatchDraft): CommandResult {
    switch (command.kind) {
      case 'link-events':
        return this.#events(ne, command.epoch, command.events, draft);
      case 'link-sync':
        return this.#sync(ne, command, draft);
      case 'agent-sync':
        this.#reconciliation.ofAgent(ne, command, draft);
        return {};
      case 'link-epoch':
        return this.#epoch(ne, command.epoch, command.firstSeq, draft);
      case 'link-heard':
        draft.record({ kind: 'heard', ne: ne.id, at: command.at });
        this.#holdOff.release(ne, command.at, draft);
        return {};
      case 'link-held':
        draft.record({ kind: 'held', ne: ne.id, at: command.at });
        this.#holdOff.hold(ne);
        return {};
      case 'link-missed':
      case 'link-answered':
        // Only of many NEs together do these mean something.
        return {};
      case 'link-disconnected':
        this.#disconnect(ne, command, draft);
        return {};
      case 'link-trouble':
        this.#remark(ne, command.at, command.reason, draft);
        return {};
      case 'link-reconnected':
        this.#reconnect(ne, command.at, draft);
        return {};
    }
  }

  #events(ne: SupervisedNe, epoch: string, events: readonly LinkEvent[], draft: BatchDraft): CommandResult {
    if (ne.position?.epoch !== epoch) this.#epoch(ne, epoch, events[0]?.seq ?? 1, draft);
    let position = ne.position ?? { epoch, ackedSeq: 0, seenSeq: 0 };
    const origin = { source: 'link', from: ne.id } as const;
    for (const event of events) {
      if (event.seq <= position.seenSeq) {
        draft.tally.lose(origin, 'duplicate', `number ${event.seq}`);
        continue;
      }
      this.#holdOff.hear(ne, { ...event, overLink: true, origin }, draft);
      if (event.seq > position.seenSeq + 1) {
        missing(ne, position.seenSeq + 1, event.seq - 1, draft);
        ne.unbrokenFrom = event.seq;
      }
      position = advanced(position, event.seq);
    }
    return this.#moveTo(ne, position);
  }

  /** Everything up to the sync's number counts as processed, and what was seen from there on without a hole. */
  #sync(
    ne: SupervisedNe,
    { epoch, seq, faults, arrivedAt }: Extract<LinkCommand, { kind: 'link-sync' }>,
    draft: BatchDraft,
  ): CommandResult {
    this.#reconciliation.ofLink(ne, faults, arrivedAt, draft);
    const known = ne.position?.epoch === epoch ? ne.position : { epoch, ackedSeq: 0, seenSeq: 0 };
    if (seq >= known.seenSeq) return this.#moveTo(ne, { epoch, ackedSeq: seq, seenSeq: seq });
    const unbroken = known.ackedSeq === known.seenSeq || ne.unbrokenFrom <= seq + 1;
    return this.#moveTo(ne, { ...known, ackedSeq: unbroken ? known.seenSeq : Math.max(seq, known.ackedSeq) });
  }

  /** Another numbering, or one of which the beginning is lost: the next event is number `firstSeq`. */
  #epoch(ne: SupervisedNe, epoch: string, firstSeq: number, draft: BatchDraft): CommandResult {
    const known = ne.position;
    const before = Math.max(0, firstSeq - 1);
    if (known?.epoch === epoch && before <= known.seenSeq) return { ackedSeq: known.ackedSeq };
    // A numbering that does not begin at 1 has a hole that only a sync can fill.
    ne.unbrokenFrom = before + 1;
    if (known?.epoch !== epoch) return this.#moveTo(ne, { epoch, ackedSeq: 0, seenSeq: before });
    missing(ne, known.seenSeq + 1, before, draft);
    return this.#moveTo(ne, { ...known, seenSeq: before });
  }

  #moveTo(ne: SupervisedNe, position: LinkPosition): CommandResult {
    ne.position = position;
    this.#moved.add(ne);
    return { ackedSeq: position.ackedSeq };
  }

  #disconnect(
    ne: SupervisedNe,
    { faultAt, at, reason }: Extract<LinkCommand, { kind: 'link-disconnected' }>,
    draft: BatchDraft,
  ): void {
    if (ne.disconnection.alarm !== undefined) return this.#remark(ne, at, reason, draft);
    const severity = this.#typeSettings.severityOf(NE_DISCONNECTED, ne.id) ?? this.#type.severity;
    const alarm = raise({
      id: this.#newId(),
      ne: ne.id,
      object: '',
      type: this.#type,
      faultAt,
      raisedAt: at,
      reports: 0,
      details: { severity, text: reason, info: { reason } },
      intermittent: false,
      stale: false,
    });
    draft.change(ne.disconnection, { kind: 'raised', at, facts: { reason }, alarm });
    this.#markAll(ne, true, at, draft);
  }

  #reconnect(ne: SupervisedNe, at: number, draft: BatchDraft): void {
    const before = ne.disconnection.alarm;
    if (before === undefined) return;
    const alarm = clear(before, at, 'reconnect');
    draft.change(ne.disconnection, { kind: 'cleared', at, facts: { cause: 'reconnect' }, alarm });
    this.#markAll(ne, false, at, draft);
  }

  #remark(ne: SupervisedNe, at: number, reason: string, draft: BatchDraft): void {
    const before = ne.disconnection.alarm;
    if (before === undefined) return;
    draft.change(ne.disconnection, { kind: 'reason', at, facts: { reason }, alarm: remark(before) });
  }

  /** The NE is removed: its 301 ends with it. */
  drop(ne: SupervisedNe, now: number, draft: BatchDraft): void {
    const before = ne.disconnection.alarm;
    if (before !== undefined)
      draft.change(ne.disconnection, {
        kind: 'cleared',
        at: now,
        facts: { cause: 'removed' },
        alarm: clear(before, now, 'removed'),
      });
    this.#moved.delete(ne);
  }

  #markAll(ne: SupervisedNe, stale: boolean, at: number, draft: BatchDraft): void {
    for (const key of ne.keys.values()) {
      const before = key.alarm;
      if (before === undefined || before.stale === stale) continue;
      draft.change(key, { kind: stale ? 'stale' : 'fresh', at, facts: {}, alarm: markStale(before, stale) });
    }
  }

  /** Journals how far each link of this batch has come. */
  finish(now: number, draft: BatchDraft): void {
    for (const { id, position } of this.#moved)
      if (position !== undefined) draft.record({ kind: 'position', ne: id, at: now, ...position });
    this.#moved.clear();
  }
}

function advanced(position: LinkPosition, seq: number): LinkPosition {
  const contiguous = position.seenSeq === position.ackedSeq && seq === position.ackedSeq + 1;
  return { ...position, seenSeq: seq, ackedSeq: contiguous ? seq : position.ackedSeq };
}

/** A hole counts as one loss however wide it is: an NE may name any number. */
function missing({ id }: SupervisedNe, from: number, to: number, { tally }: BatchDraft): void {
  tally.lose({ source: 'link', from: id }, 'gap', `numbers ${from} to ${to}`);
}
