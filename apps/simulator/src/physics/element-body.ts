import type { ElementPlan } from '../network/network-plan.js';
import { Random } from '../random.js';
import type { Ailment } from './ailment.js';
import { type Consequence, faultKeyOf } from './consequence.js';
import type { Diagnosis } from './diagnosis.js';
import { type ElementGraph, elementGraphOf } from './element-graph.js';
import type { Direction } from './ring-moves.js';

/** No delay is stretched by more than this share, so that effects stay behind their causes. */
const JITTER = 0.15;
const SPREAD = 0x9e37_79b1;

/** A report that an NE is going to make; another one for the same fault takes its place. */
export interface PlannedReport {
  readonly body: ElementBody;
  readonly fault: Consequence;
  readonly state: 'fault' | 'ok';
}

/** One NE while it is simulated: what is wrong with it, and what its process knows and is about to tell. */
export class ElementBody {
  readonly element: ElementPlan;
  readonly graph: ElementGraph;
  readonly random: Random;
  readonly ailments = new Map<string, Ailment>();
  readonly directions = new Map<string, Direction>();
  /** How things were found when something last changed for the NE. */
  diagnosis: Diagnosis | undefined;
  /** What the process has noticed, told or not. */
  wanted: ReadonlyMap<string, Consequence> = new Map();
  readonly #told = new Map<string, Consequence>();
  readonly #planned = new Map<string, PlannedReport>();
  /** While its link is down: what the OMC was told before, and still shows. */
  shown: ReadonlyMap<string, Consequence> | undefined;
  readonly #shutOff: Consequence[] = [];
  isAlive = true;
  isLinked = true;
  /** Whether its process ended since the link was up. */
  isRestarted = false;

  constructor(element: ElementPlan, seed: number) {
    this.element = element;
    this.graph = elementGraphOf(element);
    this.random = new Random(seed ^ Math.imul(element.index + 1, SPREAD));
  }

  /** What is wrong in it, in no certain order. */
  ail(ailment: Ailment, present: boolean): void {
    const key = `${ailment.kind} ${ailment.object} ${ailment.fault}`;
    if (present) this.ailments.set(key, ailment);
    else this.ailments.delete(key);
  }

  /** The faults by which an ailment of the NE itself is there. */
  faultsBy(kind: Ailment['kind']): readonly string[] {
    return [...this.ailments.values()].filter((one) => one.kind === kind).map(({ fault }) => fault);
  }

  /** Whether its link is down, and the OMC was told before that the battery is empty. */
  get isKnownExhausted(): boolean {
    const shown = this.shown?.get(faultKeyOf({ object: this.element.power, alarmId: 25_622 }));
    return shown?.info?.['battery'] === 'out';
  }

  /** Its link is down, or up again. */
  link(isLinked: boolean): void {
    this.isLinked = isLinked;
    this.shown = isLinked ? undefined : (this.shown ?? new Map(this.#told));
  }

  /** Its process ends, and with it what it knew. */
  die(): void {
    this.#shutOff.push(...[...this.#told.values()].filter(({ okInfo }) => okInfo !== undefined));
    this.shown ??= new Map(this.#told);
    this.wanted = new Map();
    this.#told.clear();
    this.#planned.clear();
    this.isRestarted = true;
  }

  /** Its process is there again; gives the faults of what its start has switched on again. */
  awake(): readonly Consequence[] {
    this.isRestarted = false;
    return this.#shutOff.splice(0);
  }

  /** Notices how things are now; plans what has to be told of it, each after its delay. */
  notice(
    symptoms: ReadonlyMap<string, Consequence>,
    plan: (afterMs: number, report: PlannedReport) => void,
  ): void {
    const before = this.wanted;
    this.wanted = symptoms;
    for (const [key, fault] of symptoms)
      if (!isSame(before.get(key), fault))
        this.#plan({ body: this, fault, state: 'fault' }, fault.detectMs, plan);
    for (const [key, fault] of before)
      if (!symptoms.has(key)) this.#plan({ body: this, fault, state: 'ok' }, fault.recoverMs, plan);
  }

  /** Makes a planned report; false where it has been replaced or taken back meanwhile. */
  make(report: PlannedReport): boolean {
    const key = faultKeyOf(report.fault);
    if (this.#planned.get(key) !== report) return false;
    this.#planned.delete(key);
    if (report.state === 'fault') this.#told.set(key, report.fault);
    else this.#told.delete(key);
    return true;
  }

  /** A change that comes before the opposite one was reported only takes that one back. */
  #plan(
    report: PlannedReport,
    delayMs: number,
    plan: (afterMs: number, report: PlannedReport) => void,
  ): void {
    const key = faultKeyOf(report.fault);
    this.#planned.delete(key);
    const told = this.#told.get(key);
    if (report.state === 'fault' ? isSame(told, report.fault) : told === undefined) return;
    this.#planned.set(key, report);
    plan(Math.round(delayMs * (1 + JITTER * this.random.next())), report);
  }
}

/** Whether two faults of one key would be told in the same words. */
function isSame(one: Consequence | undefined, other: Consequence): boolean {
  return one !== undefined && JSON.stringify(one.info) === JSON.stringify(other.info);
}
