import type { Alarm } from './alarm.js';
import type { ActionOutcome, ActOnAlarms, AlarmAction } from './alarm-action.js';
import type { AlarmHolder } from './alarm-holder.js';
import type { BatchDraft } from './batch.js';
import type { Catalogue } from './catalogue.js';
import type { HoldOffDesk } from './hold-off-desk.js';
import { acknowledge, clear, remark, withComment } from './life-cycle.js';
import { reasonAgainst } from './reason-against.js';
import { SupervisedKey } from './supervised-key.js';

/** What the desk needs from its house. */
export interface ActionParts {
  readonly catalogue: Catalogue;
  readonly holdOff: HoldOffDesk;
  /** Who has an active alarm, by its id. */
  readonly holderOf: (id: string) => AlarmHolder | undefined;
  readonly newId: () => string;
}

/** One action on the alarm that it is about. */
interface Act {
  readonly holder: AlarmHolder;
  readonly alarm: Alarm;
  readonly comment: string | undefined;
  readonly by: string;
  readonly now: number;
  readonly draft: BatchDraft;
}

/** Does what operators do to alarms: acknowledge, comment, clear (X.733 §8.1, 3GPP TS 32.111-2 §5). */
export class ActionDesk {
  readonly #parts: ActionParts;

  constructor(parts: ActionParts) {
    this.#parts = parts;
  }

  /** Does one action after the other at `now`; each sees what those before it did. */
  do({ actions, by, stored = [] }: ActOnAlarms, now: number, draft: BatchDraft): readonly ActionOutcome[] {
    const known = new Map(stored.map((alarm) => [alarm.id, alarm]));
    return actions.map((action) => {
      const holder = this.#holderOf(action.id, known, draft);
      if (holder?.alarm === undefined)
        return { id: action.id, outcome: 'not-found', reason: `there is no alarm ${action.id}` };
      return this.#act(action, { holder, alarm: holder.alarm, comment: action.comment, by, now, draft });
    });
  }

  /** Who has an alarm: for one that is not active a holder of the moment, as the batch or else the store has it. */
  #holderOf(id: string, stored: ReadonlyMap<string, Alarm>, draft: BatchDraft): AlarmHolder | undefined {
    const active = this.#parts.holderOf(id);
    if (active?.alarm?.id === id) return active;
    const alarm = draft.latest(id) ?? stored.get(id);
    return alarm && { alarm };
  }

  #act({ action, id, lifeVersion }: AlarmAction, act: Act): ActionOutcome {
    const { alarm } = act;
    if (lifeVersion !== undefined && lifeVersion !== alarm.lifeVersion)
      return {
        id,
        outcome: 'changed',
        reason: `the alarm has lifeVersion ${alarm.lifeVersion}, not ${lifeVersion}`,
      };
    const reason = reasonAgainst(action, alarm, this.#parts.catalogue);
    if (reason !== undefined) return { id, outcome: 'conflict', reason };
    if (action === 'clear') this.#clear(act);
    else if (action === 'comment') change(act, 'commented', remark(alarm));
    else this.#acknowledge(action, act);
    this.#keepComment(act);
    return { id, outcome: 'done' };
  }

  #acknowledge(action: 'acknowledge' | 'unacknowledge', act: Act): void {
    const kind = action === 'acknowledge' ? 'acknowledged' : 'unacknowledged';
    const { alarm, by, now } = act;
    change(act, kind, acknowledge(alarm, { state: kind, by, at: now }));
  }

  /** What no key holds (its type is no longer in the catalogue) can only be ended by hand. */
  #clear(act: Act): void {
    const { holder, alarm, by, comment, now, draft } = act;
    if (holder instanceof SupervisedKey)
      return this.#parts.holdOff.clearByHand(
        holder,
        { by, ...(comment === undefined ? {} : { comment }) },
        now,
        draft,
      );
    change(act, 'cleared', clear(alarm, now, 'operator'), { cause: 'operator' });
  }

  #keepComment({ alarm, comment, by, now, draft }: Act): void {
    if (comment === undefined) return;
    const kept = { id: this.#parts.newId(), alarm: alarm.id, at: now, by, text: comment };
    draft.registry.push({ kind: 'add-comment', comment: kept });
  }
}

function change(
  { holder, comment, by, now, draft }: Act,
  kind: 'acknowledged' | 'unacknowledged' | 'commented' | 'cleared',
  alarm: Alarm,
  facts: Readonly<Record<string, unknown>> = {},
): void {
  if (comment === undefined) return draft.change(holder, { kind, at: now, by, facts, alarm });
  draft.change(holder, {
    kind,
    at: now,
    by,
    facts: { ...facts, comment },
    alarm: withComment(alarm),
  });
}
