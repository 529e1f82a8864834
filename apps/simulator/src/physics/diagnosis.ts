import type { ElementPlan } from '../network/network-plan.js';
import { type Ailment, type AilmentKind, isBreaking, isDulling } from './ailment.js';
import { cellSymptoms } from './cell-symptoms.js';
import { type Consequence, faultKeyOf } from './consequence.js';
import type { ElementGraph } from './element-graph.js';
import { radioSymptoms } from './radio-symptoms.js';
import { reachOf, type Standing, standingOf } from './requirements.js';
import { faultsElsewhere, rootsElsewhere, type Surroundings } from './surroundings.js';
import { transportSymptoms } from './transport-symptoms.js';

/** What a diagnosis is made from. */
export interface Findings {
  readonly element: ElementPlan;
  readonly graph: ElementGraph;
  readonly ailments: readonly Ailment[];
  readonly around: Surroundings;
  /** What the NE reports so far. */
  readonly before: ReadonlyMap<string, Consequence>;
  /** What an OMC still shows of an NE whose link is down. */
  readonly shown: ReadonlyMap<string, Consequence> | undefined;
  readonly idOf: (index: number) => string;
}

/** What is wrong with an NE at an instant: what works in it, and what it comes to report. */
export class Diagnosis {
  readonly findings: Findings;
  /** What works, by nature. */
  readonly standing: Standing;
  /** Every fault that the NE comes to report while things are as they are, by its key. */
  readonly symptoms: ReadonlyMap<string, Consequence>;
  readonly #byObject = new Map<string, Ailment[]>();
  #told: Standing | undefined;

  constructor(findings: Findings) {
    this.findings = findings;
    for (const ailment of findings.ailments) {
      const list = this.#byObject.get(ailment.object);
      if (list === undefined) this.#byObject.set(ailment.object, [ailment]);
      else list.push(ailment);
    }
    this.standing = standingOf(findings.graph.physical, {
      isBroken: (object) => this.ailmentsOf(object).some(isBreaking),
      isDull: this.#isDull,
      isUp: this.#isUp,
    });
    const all = [...transportSymptoms(this.#patient), ...radioSymptoms(this.#patient)];
    const symptoms = [...all, ...cellSymptoms(this.#patient)];
    this.symptoms = new Map(symptoms.map((one) => [faultKeyOf(one), one]));
  }

  /** What an OMC comes to show. */
  get visible(): ReadonlyMap<string, Consequence> {
    return this.findings.shown ?? this.symptoms;
  }

  /** What is wrong with an object itself. */
  ailmentsOf(object: string): readonly Ailment[] {
    return this.#byObject.get(object) ?? [];
  }

  /** Everything by which an object does not work, or works worse. */
  causalReach(object: string): ReadonlySet<string> {
    return reachOf(object, this.findings.graph.physical, this.standing, this.#isUp);
  }

  /** The same as one can know who knows the alarms, the topology, and which NEs are connected. */
  visibleReach(object: string): ReadonlySet<string> {
    return reachOf(object, this.findings.graph.told, this.told, this.#isConnected);
  }

  /** What works as one can know it. */
  get told(): Standing {
    this.#told ??= standingOf(this.findings.graph.told, {
      isBroken: (object) => !this.standing.working.has(object),
      isDull: this.#isDull,
      isUp: this.#isConnected,
    });
    return this.#told;
  }

  readonly #isDull = (object: string) => this.ailmentsOf(object).some(isDulling);
  readonly #isUp = (name: string) => faultsElsewhere(name, this.findings.around).size === 0;
  readonly #isConnected = (name: string) => rootsElsewhere(name, this.findings.around).length === 0;

  get #patient() {
    const { element, before, around, idOf } = this.findings;
    return {
      element,
      before,
      ails: (kind: AilmentKind, object: string) => this.ailmentsOf(object).some((one) => one.kind === kind),
      works: (object: string) => this.standing.working.has(object),
      isUp: this.#isUp,
      isPeerUp: (index: number) => around.barring(idOf(index)).size === 0,
    };
  }
}
