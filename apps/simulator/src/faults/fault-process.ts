import type { RawState } from '@omc/alarm';
import type { SchedulerLike, Subscription } from 'rxjs';
import type { ElementPlan } from '../network/network-plan.js';
import type { Random } from '../random.js';
import { changesBetween, type PlannedChange } from './changes-between.js';
import type { Condition } from './condition.js';
import type { Consequence } from './consequence.js';
import { consequencesOf } from './consequences-of.js';

/** Called when an NE comes to report that a fault began or ended. */
export type TellChange = (fault: Consequence, state: RawState) => void;

/** What a fault process works with. Real time is simulated time divided by `speed`. */
export interface FaultProcessSettings {
  readonly element: ElementPlan;
  readonly random: Random;
  readonly speed: number;
  readonly scheduler: SchedulerLike;
  readonly tell: TellChange;
}

/** Turns what is wrong with one NE into the reports that it makes of it, each after its delay. */
export class FaultProcess {
  readonly #settings: FaultProcessSettings;
  readonly #conditions = new Map<string, { readonly condition: Condition; readonly count: number }>();
  readonly #pending = new Map<string, Subscription>();
  readonly #reported = new Set<string>();
  #wanted: ReadonlyMap<string, Consequence> = new Map();
  #running = true;

  constructor(settings: FaultProcessSettings) {
    this.#settings = settings;
  }

  /** Something begins or ceases to be wrong; what began twice has to cease twice. */
  change(condition: Condition, present: boolean): void {
    const key = `${condition.kind} ${condition.object}`;
    const count = (this.#conditions.get(key)?.count ?? 0) + (present ? 1 : -1);
    if (count > 0) this.#conditions.set(key, { condition, count });
    else this.#conditions.delete(key);
    if (this.#running) this.#follow();
  }

  /** The NE's process dies: it reports nothing, and forgets what it reported. */
  halt(): void {
    this.#running = false;
    for (const timer of this.#pending.values()) timer.unsubscribe();
    this.#pending.clear();
    this.#reported.clear();
    this.#wanted = new Map();
  }

  /** The NE's process is back and notices what is wrong by then. */
  resume(): void {
    this.#running = true;
    this.#follow();
  }

  #follow(): void {
    const { element, random } = this.#settings;
    const conditions = [...this.#conditions.values()].map(({ condition }) => condition);
    const wanted = consequencesOf(element, conditions);
    const changes = changesBetween(this.#wanted, wanted, random);
    this.#wanted = wanted;
    for (const change of changes) this.#plan(change);
  }

  /** A change that comes before the opposite one was reported only takes that one back. */
  #plan(change: PlannedChange): void {
    const { scheduler, speed } = this.#settings;
    this.#pending.get(change.key)?.unsubscribe();
    this.#pending.delete(change.key);
    if (this.#reported.has(change.key) === (change.state === 'fault')) return;
    const timer = scheduler.schedule(() => this.#report(change), change.afterMs / speed);
    this.#pending.set(change.key, timer);
  }

  #report({ key, fault, state }: PlannedChange): void {
    this.#pending.delete(key);
    if (state === 'fault') this.#reported.add(key);
    else this.#reported.delete(key);
    this.#settings.tell(fault, state);
  }
}
