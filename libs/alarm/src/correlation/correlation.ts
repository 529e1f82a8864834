import { type Alarm, type Correlation as Correlated, standalone } from '../alarm.js';
import type { AlarmHolder } from '../alarm-holder.js';
import { type Catalogue, failureClassOf } from '../catalogue.js';
import { Deadlines } from '../deadlines.js';
import type { Topology } from '../topology.js';
import { CatalogueOrder } from './catalogue-order.js';
import { DependencyGraph } from './dependency-graph.js';
import { disturbedRegion } from './disturbed-region.js';
import { type Causes, explain, type Finding } from './explanation.js';
import { type PathStep, pathTo } from './explanation-path.js';
import { byFault, type GraphObject, NO_ALARMS, OpenAlarm } from './graph-object.js';
import { Standing } from './standing.js';

/** What the correlation has to be told by others. */
export interface CorrelationSettings {
  /** How long a symptom stays one after its cause cleared, milliseconds: its restore window, 15 s at most. */
  graceMs(holder: AlarmHolder): number;
  /** Until when an alarm whose device already says ok waits to be cleared; undefined where it does not. */
  clearsAt(holder: AlarmHolder): number | undefined;
  /** The ids of the derived alarms that a 301 of an NE is a symptom of. */
  inferredCauses(ne: string): readonly string[];
}

/** A role that is another one now. */
export interface RoleChange {
  readonly open: OpenAlarm;
  readonly correlation: Correlated;
}

/**
 * Finds the root causes of active alarms: from the dependency graph, the failure classes of the catalogue and its order
 * on one object (ITU-T X.733 §8.1.2.9: correlated notifications). What changed is gathered; `settle` finds out
 * what that makes of the roles, at a cost that depends on what it touches.
 */
export class Correlation {
  readonly #settings: CorrelationSettings;
  readonly #order: CatalogueOrder;
  readonly #catalogue: Catalogue;
  readonly #graph = new DependencyGraph();
  readonly #standing = new Standing();
  readonly #open = new Map<string, OpenAlarm>();
  readonly #graces = new Deadlines<OpenAlarm>();
  /** Objects on which alarms, or their causes beside the graph, changed. */
  #changed = new Set<GraphObject>();
  /** Alarms that may be roots now, or no longer. */
  #counted = new Set<OpenAlarm>();
  #now = 0;

  constructor(catalogue: Catalogue, settings: CorrelationSettings) {
    this.#catalogue = catalogue;
    this.#order = new CatalogueOrder(catalogue);
    this.#settings = settings;
  }

  /** When a role has to be looked at again without any change; undefined where none has. */
  get nextAt(): number | undefined {
    return this.#graces.nextAt;
  }

  /** An active alarm, by its id. */
  find(id: string): OpenAlarm | undefined {
    return this.#open.get(id);
  }

  /** The way from an active alarm to its first root; empty where it is no symptom, or only till its grace is over. */
  pathOf(alarm: OpenAlarm): PathStep[] {
    const [root] = alarm.roots;
    return root === undefined ? [] : pathTo(root, alarm, this.#causes);
  }

  /** Takes in an alarm that was raised, or was active at the start. */
  raise(alarm: Alarm, holder: AlarmHolder): void {
    const type = this.#catalogue.get(alarm.alarmId);
    if (type === undefined) return;
    const on = this.#graph.obtain(alarm.ne, alarm.object);
    const open = new OpenAlarm(alarm.id, type, alarm.faultAt, on, holder, failureClassOf(type, alarm.info));
    on.alarms = [...on.alarms, open];
    this.#open.set(alarm.id, open);
    this.#changed.add(on);
  }

  /** An active alarm has other details, and with them perhaps another failure class. */
  update({ id, info }: Alarm): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    const failureClass = failureClassOf(open.type, info);
    if (failureClass === open.failureClass) return;
    open.failureClass = failureClass;
    this.#changed.add(open.on);
  }

  /** An alarm was cleared: its role stays what it was. */
  clear(id: string): void {
    const open = this.#open.get(id);
    if (open === undefined) return;
    this.#open.delete(id);
    this.#graces.drop(open);
    open.isActive = false;
    open.on.alarms = open.on.alarms.filter((other) => other !== open);
    for (const root of open.roots) this.#count(root, -1);
    this.#changed.add(open.on);
  }

  /** What an NE and its objects require is this now; nothing that is known where there is none. */
  setTopology(ne: string, topology: Topology | undefined): readonly GraphObject[] {
    return this.#graph.put(ne, topology);
  }

  /** The derived alarms that explain the 301 of an NE are other ones now. */
  touch(ne: string): void {
    const object = this.#graph.find(ne, '');
    if (object !== undefined) this.#changed.add(object);
  }

  /** Finds out what all that changed makes of the roles. */
  settle(now: number): RoleChange[] {
    this.#now = now;
    for (let open = this.#graces.take(now); open !== undefined; open = this.#graces.take(now))
      this.#changed.add(open.on);
    const changed = this.#graph.takeChanged();
    for (const object of this.#changed) changed.add(object);
    this.#changed = new Set();
    if (changed.size === 0) return [];
    const moved = this.#standing.settle(changed);
    const findings = explain(disturbedRegion(moved), this.#causes);
    for (const finding of findings) this.#accept(finding);
    for (const object of changed) this.#graph.release(object);
    return this.#roleChanges();
  }

  readonly #causes: Causes = {
    before: (alarm) =>
      alarm.on.alarms.length < 2
        ? NO_ALARMS
        : alarm.on.alarms.filter(({ type }) => this.#order.comesBefore(type.alarmId, alarm.type.alarmId)),
    inferred: ({ type, on }) =>
      type.origin !== 'handshake'
        ? NO_ALARMS
        : this.#settings.inferredCauses(on.ne).flatMap((id) => this.#open.get(id) ?? []),
    standIn: (alarm) => (this.#isInGrace(alarm) ? alarm.roots : [alarm]),
  };

  /** Whether an alarm that nothing explains any more stays a symptom for a while, since its cause has only just cleared. */
  #isInGrace(alarm: OpenAlarm): boolean {
    if (alarm.roots.length === 0 || alarm.roots.every(({ isActive }) => isActive)) return false;
    const { holder } = alarm;
    if (alarm.graceUntil === undefined) alarm.graceUntil = this.#now + this.#settings.graceMs(holder);
    if (this.#now < alarm.graceUntil) return true;
    // One that is cleared in a moment stays what it is until then: its device heard of the recovery a little later.
    const clearsAt = this.#settings.clearsAt(holder);
    if (clearsAt === undefined || clearsAt - this.#now > LAST_MOMENT_MS) return false;
    alarm.graceUntil = Math.max(clearsAt, this.#now + LOOK_AGAIN_MS);
    return true;
  }

  #accept({ alarm, ends, rule }: Finding): void {
    if (ends.length === 0 && this.#isInGrace(alarm)) {
      this.#graces.set(alarm, alarm.graceUntil ?? this.#now);
      return;
    }
    alarm.graceUntil = undefined;
    this.#graces.drop(alarm);
    const active = ends.filter(({ isActive }) => isActive);
    const roots = (active.length > 0 ? active : [...ends]).sort(byFault);
    if (alarm.rule === rule && sameAlarms(alarm.roots, roots)) {
      this.#counted.add(alarm);
      return;
    }
    for (const root of roots) this.#count(root, 1);
    for (const root of alarm.roots) this.#count(root, -1);
    alarm.roots = roots;
    alarm.rule = rule;
    this.#counted.add(alarm);
  }

  #count(root: OpenAlarm, by: 1 | -1): void {
    root.symptoms += by;
    this.#counted.add(root);
  }

  #roleChanges(): RoleChange[] {
    const changes: RoleChange[] = [];
    for (const open of this.#counted) {
      if (!open.isActive) continue;
      open.role = open.roots.length > 0 ? 'symptom' : open.symptoms > 0 ? 'root' : 'standalone';
      const correlation = correlationOf(open);
      const told = open.holder.alarm?.correlation;
      if (told === undefined || !isSame(told, correlation)) changes.push({ open, correlation });
    }
    this.#counted = new Set();
    return changes;
  }
}

const LOOK_AGAIN_MS = 1_000;
const LAST_MOMENT_MS = 5_000;

/** What is told of an alarm's role. */
function correlationOf({ role, roots, rule }: OpenAlarm): Correlated {
  if (role === 'standalone') return standalone;
  return { role, rootIds: roots.map(({ id }) => id), rule };
}

function isSame(a: Correlated, b: Correlated): boolean {
  return (
    a.role === b.role &&
    a.rule === b.rule &&
    a.rootIds.length === b.rootIds.length &&
    a.rootIds.every((id, i) => id === b.rootIds[i])
  );
}

function sameAlarms(a: readonly OpenAlarm[], b: readonly OpenAlarm[]): boolean {
  return a.length === b.length && a.every((alarm, i) => alarm === b[i]);
}
