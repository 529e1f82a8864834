import type { AlarmHolder } from './alarm-holder.js';
import type { BatchDraft } from './batch.js';
import type { Catalogue } from './catalogue.js';
import { Correlation, type CorrelationSettings, type RoleChange } from './correlation/correlation.js';
import { unableToWork } from './correlation/unable-to-work.js';
import { correlate } from './life-cycle.js';
import type { Topology } from './topology.js';

/** Tells the correlation what becomes of alarms and topologies, and the change log what becomes of their roles. */
export class RoleDesk {
  readonly correlation: Correlation;
  /** How many changes of the batch are taken in. */
  #followed = 0;
  /** Places of the last changes in the batch: a role is told with them. */
  readonly #last = new Map<AlarmHolder, number>();
  /** What turned out at the start and is not told yet. */
  #untold: readonly RoleChange[] = [];

  constructor(catalogue: Catalogue, settings: CorrelationSettings) {
    this.correlation = new Correlation(catalogue, settings);
  }

  /** Takes in a topology that is known at the start; each by itself, since all at once are much to hold. */
  load(ne: string, topology: Topology): void {
    this.correlation.setTopology(ne, topology);
    this.correlation.settle(Number.NEGATIVE_INFINITY);
  }

  /** Takes in what was active at the start. */
  begin(holders: Iterable<AlarmHolder>): void {
    for (const holder of holders)
      if (holder.alarm !== undefined) this.correlation.raise(holder.alarm, holder);
    this.#untold = this.correlation.settle(Number.NEGATIVE_INFINITY);
  }

  /**
   * Gives an NE another topology, or none, and finds out at once what that does. Gives the objects that could not work
   * even if nothing were wrong.
   */
  setTopology(ne: string, topology: Topology | undefined, now: number, draft: BatchDraft): string[] {
    const unable = unableToWork(this.correlation.setTopology(ne, topology));
    this.settle(now, draft);
    return unable.map(({ object }) => object);
  }

  /** Tells the roles as they are after all changes so far. */
  settle(now: number, draft: BatchDraft): void {
    this.#follow(draft);
    const untold = this.#untold;
    this.#untold = [];
    for (const change of untold) this.#tell(change, now, draft);
    for (const change of this.correlation.settle(now)) this.#tell(change, now, draft);
    this.#followed = draft.changes.length;
  }

  /** Ends a batch. */
  finish(now: number, draft: BatchDraft): void {
    this.settle(now, draft);
    this.#followed = 0;
    this.#last.clear();
  }

  #follow({ changes, holders }: BatchDraft): void {
    for (let place = this.#followed; place < changes.length; place++) {
      const { kind, alarm } = changes[place] as (typeof changes)[number];
      const holder = holders[place] as AlarmHolder;
      this.#last.set(holder, place);
      if (kind === 'raised') this.correlation.raise(alarm, holder);
      else if (kind === 'cleared') this.correlation.clear(alarm.id);
      else if (kind === 'updated') this.correlation.update(alarm);
    }
  }

  #tell({ open, correlation }: RoleChange, now: number, draft: BatchDraft): void {
    const { holder, roots } = open;
    const before = holder.alarm;
    if (before === undefined || before.id !== open.id) return;
    const [first] = roots;
    const facts = {
      role: correlation.role,
      ...(first === undefined ? {} : { rule: correlation.rule, root: nameOf(first), roots: roots.length }),
    };
    const place = this.#last.get(holder);
    if (place !== undefined) return draft.amend(place, { ...before, correlation }, facts);
    this.#last.set(holder, draft.changes.length);
    draft.change(holder, { kind: 'role', at: now, facts, alarm: correlate(before, correlation) });
  }
}

function nameOf({ on, type }: RoleChange['open']) {
  return { ne: on.ne, object: on.object, alarmId: type.alarmId };
}
