import { asyncScheduler, from, lastValueFrom, mergeMap, type SchedulerLike, type Subscription } from 'rxjs';
import { SimulatedElement } from '../element/simulated-element.js';
import type { ElementPlan, NetworkPlan, NetworkSettings } from '../network/network-plan.js';
import { planNetwork } from '../network/plan-network.js';
import type { Happening } from '../physics/happening.js';
import { livingFaults } from '../physics/living-faults.js';
import type { PhysicalFault } from '../physics/physical-fault.js';
import type { TruthRecord } from '../physics/truth-ledger.js';
import { World } from '../physics/world.js';
import { Random } from '../random.js';
import { LivingElement } from './living-element.js';
import { play } from './play.js';

/** Listeners that are opened or closed at the same time. */
const PARALLEL = 64;

/** What a simulated network is made from. */
export interface SimulationSettings extends NetworkSettings {
  /** Simulated seconds per real second. Times on the wire are real ones. */
  readonly speed: number;
  /** Where traps go; without it everything is reported over the links. */
  readonly traps?: { readonly host: string; readonly port: number; readonly community: string };
  /** The faults that come, in order of time; all that may come by themselves where it is left out. */
  readonly faults?: readonly PhysicalFault[];
  /** What the OMC calls itself in its alarms; omc. */
  readonly omc?: string;
  /** Told what was true of an alarm condition, when it is over. */
  readonly learn?: (record: TruthRecord) => void;
  readonly scheduler?: SchedulerLike;
  /** Told what an operator of the simulator should know, with the NE's id; standard error. */
  readonly log?: (line: string) => void;
}

/** What a network does at the moment and has done so far. */
export interface Tally {
  readonly nes: number;
  readonly connected: number;
  readonly faults: number;
  /** Events reported over links since the start. */
  readonly events: number;
  readonly traps: number;
}

/** A network of simulated NEs, and the faults that befall it. */
export class Simulation {
  readonly plan: NetworkPlan;
  readonly #settings: SimulationSettings;
  readonly #scheduler: SchedulerLike;
  readonly #log: (line: string) => void;
  readonly #living: readonly LivingElement[];
  readonly #byId: ReadonlyMap<string, LivingElement>;
  readonly #world: World;
  #events = 0;
  #end: () => void = () => undefined;
  /** Resolves when nothing more is going to happen. */
  readonly over = new Promise<void>((resolve) => {
    this.#end = resolve;
  });
  #playing: Subscription | undefined;

  /** Throws RangeError where addresses run out. */
  constructor(settings: SimulationSettings) {
    this.plan = planNetwork(settings);
    this.#settings = settings;
    this.#scheduler = settings.scheduler ?? asyncScheduler;
    this.#log = settings.log ?? ((line) => console.error(line));
    this.#living = this.plan.elements.map((plan) => this.#enliven(plan));
    this.#byId = new Map(this.#living.map((living) => [living.element.id, living]));
    const { seed, omc, learn = () => undefined } = settings;
    this.#world = new World(this.plan, seed, { hear: (what) => this.#happen(what), learn }, omc);
  }

  /** The NEs, in the order of the plan. */
  get elements(): readonly SimulatedElement[] {
    return this.#living.map(({ element }) => element);
  }

  /** Lets every NE listen. Rejects with ListenError, and then none does. */
  async listen(): Promise<void> {
    try {
      await everyone(this.elements, (element) => element.start());
    } catch (error) {
      await this.stop();
      throw error;
    }
  }

  /** Lets faults come and go from now on. */
  play(): void {
    const { seed, speed, faults = livingFaults(this.plan, new Random(seed).fork()) } = this.#settings;
    this.#playing ??= play(this.#world, faults[Symbol.iterator](), speed, this.#scheduler, this.#end);
  }

  /** What is true of the alarm conditions that are there now. */
  openTruth(): readonly TruthRecord[] {
    return this.#world.openTruth();
  }

  /** Ends everything: no more faults, no listeners, no connections. */
  async stop(): Promise<void> {
    this.#playing?.unsubscribe();
    await everyone(this.#living, (living) => living.end());
  }

  /** Whether the OMC has acknowledged everything that the NEs reported, save those that it cannot reach. */
  get isAcknowledged(): boolean {
    return this.#living.every(({ element, isLinked }) => !isLinked || element.acked === element.lastSeq);
  }

  /** What there is to say of the network now. */
  tally(): Tally {
    const { elements } = this;
    return {
      nes: elements.length,
      connected: elements.filter(({ isConnected }) => isConnected).length,
      faults: elements.reduce((sum, { faultCount }) => sum + faultCount, 0),
      events: this.#events,
      traps: elements.reduce((sum, { trapsSent }) => sum + trapsSent, 0),
    };
  }

  #happen(what: Happening): void {
    if (this.#byId.get(what.ne)?.happen(what) === true) this.#events += 1;
  }

  #enliven(plan: ElementPlan): LivingElement {
    const log = (line: string) => this.#log(`${plan.id}: ${line}`);
    return new LivingElement(this.#elementOf(plan, log), log);
  }

  #elementOf(plan: ElementPlan, log: (line: string) => void): SimulatedElement {
    const { traps } = this.#settings;
    const { id, host, port, trapTypes } = plan;
    return new SimulatedElement({
      ...{ id, host, port, scheduler: this.#scheduler, log },
      ...(traps !== undefined && trapTypes.length > 0 && { traps: { types: trapTypes, destination: traps } }),
    });
  }
}

async function everyone<T>(list: readonly T[], work: (one: T) => Promise<void>): Promise<void> {
  await lastValueFrom(from(list).pipe(mergeMap(work, PARALLEL)), { defaultValue: undefined });
}
