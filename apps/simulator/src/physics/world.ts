import type { ElementPlan, NetworkPlan } from '../network/network-plan.js';
import { Random } from '../random.js';
import { blameOf } from './blame.js';
import { type Consequence, faultKeyOf } from './consequence.js';
import { courseOf } from './course-of.js';
import { Diagnosis } from './diagnosis.js';
import { ElementBody, type PlannedReport } from './element-body.js';
import { EventQueue } from './event-queue.js';
import type { Happening } from './happening.js';
import { NetworkLinks } from './network-links.js';
import type { PhysicalFault } from './physical-fault.js';
import { ringMoves } from './ring-moves.js';
import type { Change } from './step.js';
import { TruthLedger, type TruthRecord } from './truth-ledger.js';

const SWITCHING_MS = [4500, 7000] as const;

/** Who wants to know what happens. */
export interface WorldListener {
  hear(happening: Happening): void;
  /** Told when a record is over. */
  learn(record: TruthRecord): void;
}

/** A network and what befalls it, in a time of its own: milliseconds after the beginning. Same seed, same events. */
export class World {
  readonly #plan: NetworkPlan;
  readonly #seed: number;
  readonly #random: Random;
  readonly #queue = new EventQueue<Change | PlannedReport>();
  readonly #bodies = new Map<number, ElementBody>();
  readonly #listener: WorldListener;
  readonly #ledger: TruthLedger;
  readonly #links: NetworkLinks;
  readonly #dirty = new Set<number>();
  #now = 0;

  constructor(plan: NetworkPlan, seed: number, listener: WorldListener, omc = 'omc') {
    this.#plan = plan;
    this.#seed = seed;
    this.#random = new Random(seed);
    this.#listener = listener;
    this.#ledger = new TruthLedger(listener.learn);
    this.#links = new NetworkLinks(plan, omc, (index) => this.#bodies.get(index));
  }

  /** When something happens next; undefined where nothing more will. */
  get nextAt(): number | undefined {
    return this.#queue.nextAt;
  }

  /** Lets a fault come. Throws RangeError when it is of an NE that is not there. */
  strike(fault: PhysicalFault): void {
    for (const { at, change } of courseOf(fault, this.#plan, this.#random))
      this.#queue.add(Math.round(at), change);
  }

  /** Lets time pass. */
  advance(untilMs: number): void {
    while (this.#queue.nextAt !== undefined && this.#queue.nextAt <= untilMs) {
      this.#now = this.#queue.nextAt;
      while (this.#queue.nextAt === this.#now) this.#happen(this.#queue.take() as Change | PlannedReport);
      this.#settle();
    }
  }

  /** What is true of the conditions that are there. */
  openTruth(): readonly TruthRecord[] {
    return this.#ledger.open();
  }

  #happen(what: Change | PlannedReport): void {
    if ('body' in what) this.#report(what);
    else if (what.kind === 'network') this.#mark(this.#links.fail(what.object, what.fault, what.present));
    else {
      this.#bodyOf(what.ne).ail(what.ailment, what.present);
      this.#mark([what.ne]);
    }
  }

  #mark(indices: Iterable<number>): void {
    for (const index of indices) this.#dirty.add(index);
  }

  #bodyOf(index: number): ElementBody {
    let body = this.#bodies.get(index);
    if (body === undefined) {
      body = new ElementBody(this.#plan.elements[index] as ElementPlan, this.#seed);
      this.#bodies.set(index, body);
    }
    return body;
  }

  /** Everything at this instant has happened: draws the conclusions. */
  #settle(): void {
    if (this.#dirty.size === 0) return;
    const bodies = [...this.#dirty].map((index) => this.#bodyOf(index));
    for (const body of bodies) this.#connect(body);
    const { affected, begun, ended } = this.#links.settle();
    this.#mark(affected);
    for (const name of ended) this.#ledger.end(this.#now, name);
    for (const { name, blame } of begun) this.#ledger.begin(this.#now, name, true, blame);
    const dirty = [...this.#dirty].sort((one, other) => one - other);
    this.#dirty.clear();
    for (const index of dirty) this.#examine(this.#bodyOf(index));
  }

  /** An NE dies or comes back, and so does its link. */
  #connect(body: ElementBody): void {
    const isAlive = body.faultsBy('dead').length === 0;
    if (body.isAlive !== isAlive) this.#mark(this.#links.neighboursOf(body.element.index));
    if (body.isAlive && !isAlive) this.#die(body);
    body.isAlive = isAlive;
    const isLinked = this.#links.faultsOfLink(body.element.id).size === 0;
    if (isLinked !== body.isLinked) this.#turnLink(body, isLinked);
  }

  #turnLink(body: ElementBody, isLinked: boolean): void {
    const { id: ne, index } = body.element;
    const [at, state] = [this.#now, isLinked ? 'up' : 'down'] as const;
    this.#listener.hear({ kind: 'link', at, ne, state, restarted: isLinked && body.isRestarted });
    body.link(isLinked);
    this.#links.turn(index, isLinked, at);
    if (isLinked && body.isRestarted) this.#awake(body);
    if (isLinked) this.#ledger.hear(at, ne);
  }

  #die(body: ElementBody): void {
    body.die();
    if (!body.isLinked) this.#ledger.forget(this.#now, body.element.id);
  }

  /** A started process knows of no fault, and its channels are on. */
  #awake(body: ElementBody): void {
    const { id: ne } = body.element;
    for (const name of this.#ledger.conditionsOf(ne)) this.#ledger.end(this.#now, name);
    for (const { object, alarmId, okInfo: info = {} } of body.awake())
      this.#listener.hear({ kind: 'report', at: this.#now, ne, object, alarmId, state: 'ok', info });
  }

  #examine(body: ElementBody): void {
    for (const branch of body.element.branches)
      if (branch.shape === 'cold-ring') this.#moveRing(body, branch);
    const diagnosis = this.#diagnose(body);
    body.diagnosis = diagnosis;
    if (body.isAlive)
      body.notice(diagnosis.symptoms, (afterMs, report) => this.#queue.add(this.#now + afterMs, report));
    this.#revise(body, diagnosis);
  }

  #diagnose(body: ElementBody): Diagnosis {
    const { element, graph, ailments, shown, wanted: before } = body;
    const idOf = (index: number) => this.#plan.elements[index]?.id ?? '';
    return new Diagnosis({
      element,
      graph,
      ailments: [...ailments.values()],
      around: this.#links,
      before,
      shown,
      idOf,
    });
  }

  #moveRing(body: ElementBody, branch: ElementPlan['branches'][number]): void {
    const all = [...body.ailments.values()];
    const moves = ringMoves(
      branch,
      (object) => all.filter((one) => one.object === object),
      (rru) => body.directions.get(rru) ?? 'first',
    );
    for (const { rru, to, fault } of moves) {
      body.directions.set(rru, to);
      const ailment = { kind: 'switching', object: rru, fault } as const;
      body.ail(ailment, true);
      const change = { kind: 'element', ne: body.element.index, ailment, present: false } as const;
      this.#queue.add(this.#now + body.random.whole(...SWITCHING_MS), change);
    }
  }

  /** What is no longer so keeps its causes until it is reported to be over. */
  #revise(body: ElementBody, diagnosis: Diagnosis): void {
    const { id: ne } = body.element;
    for (const condition of this.#ledger.conditionsOf(ne)) {
      const key = faultKeyOf(condition);
      const symptom = diagnosis.symptoms.get(key);
      const fault = symptom ?? body.shown?.get(key);
      if (fault === undefined) continue;
      const { causes, roots } = blameOf(fault, diagnosis);
      this.#ledger.revise(this.#now, condition, {
        causes: symptom === undefined ? condition.causes : causes,
        roots,
      });
    }
    const link = this.#links.blameOfLink(ne);
    const name = { ne, object: '', alarmId: 301 };
    if (link === undefined) this.#ledger.end(this.#now, name);
    else {
      this.#ledger.begin(this.#now, name, true, link);
      this.#ledger.revise(this.#now, name, link);
    }
  }

  #report(planned: PlannedReport): void {
    const { body, fault, state } = planned;
    if (!body.isAlive || !body.make(planned)) return;
    const { object, alarmId, text, info, okInfo } = fault;
    const { id: ne } = body.element;
    const details = state === 'fault' ? { text, info } : { info: okInfo };
    const said = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
    this.#listener.hear({ kind: 'report', at: this.#now, ne, object, alarmId, state, ...said });
    this.#learn(body, fault, state);
  }

  #learn(body: ElementBody, fault: Consequence, state: 'fault' | 'ok'): void {
    const name = { ne: body.element.id, object: fault.object, alarmId: fault.alarmId };
    if (state === 'ok') this.#ledger.end(this.#now, name, body.isLinked);
    else
      this.#ledger.begin(
        this.#now,
        name,
        body.isLinked,
        blameOf(fault, body.diagnosis ?? this.#diagnose(body)),
      );
  }
}
