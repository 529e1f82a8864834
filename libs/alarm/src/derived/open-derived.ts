import type { Alarm, ClearCause } from '../alarm.js';
import type { AlarmHolder } from '../alarm-holder.js';
import type { BatchDraft } from '../batch.js';
import type { AlarmType } from '../catalogue.js';
import { clear, raise, recount } from '../life-cycle.js';
import type { Info } from '../report.js';

/** What a derived alarm is raised with. */
export interface DerivedRaise {
  readonly type: AlarmType;
  readonly ne: string;
  readonly object: string;
  /** When what it is derived from began. */
  readonly faultAt: number;
  readonly text: string;
  readonly info: Info;
  /** For the log of the alarm. */
  readonly facts: Readonly<Record<string, unknown>>;
}

type Place = Pick<Alarm, 'alarmId' | 'ne' | 'object'>;

/** The open derived alarms: raised and cleared in the same life cycle as any other. */
export class OpenDerived {
  readonly #newId: () => string;
  readonly #holders = new Map<string, AlarmHolder>();

  constructor(newId: () => string) {
    this.#newId = newId;
  }

  /** Where each of them is kept. */
  holders(): Iterable<AlarmHolder> {
    return this.#holders.values();
  }

  /** Goes on with an alarm from before a restart. */
  adopt(alarm: Alarm): void {
    this.#holders.set(nameOf(alarm), { alarm });
  }

  idOf(place: Place): string | undefined {
    return this.#holders.get(nameOf(place))?.alarm?.id;
  }

  raise({ text, info, facts, ...derived }: DerivedRaise, now: number, draft: BatchDraft): void {
    const alarm = raise({
      ...derived,
      id: this.#newId(),
      raisedAt: now,
      reports: 0,
      details: { text, info },
      intermittent: false,
      stale: false,
    });
    const holder: AlarmHolder = { alarm: undefined };
    this.#holders.set(nameOf(alarm), holder);
    draft.change(holder, { kind: 'raised', at: now, facts, alarm });
  }

  /** Clears the alarm on an object, unless an operator did before. */
  clear(place: Place, cause: ClearCause, now: number, draft: BatchDraft): void {
    const holder = this.#holders.get(nameOf(place));
    this.#holders.delete(nameOf(place));
    if (holder?.alarm === undefined) return;
    const alarm = clear(holder.alarm, now, cause);
    draft.change(holder, { kind: 'cleared', at: now, facts: { cause }, alarm });
  }

  /** Keeps the number of members of the alarm on an object. */
  recount(place: Place, members: number, now: number, draft: BatchDraft): void {
    const holder = this.#holders.get(nameOf(place));
    if (holder?.alarm === undefined) return;
    draft.change(holder, { kind: 'counted', at: now, facts: {}, alarm: recount(holder.alarm, members) });
  }
}

function nameOf({ alarmId, ne, object }: Place): string {
  return `${alarmId} ${ne}//${object}`;
}
