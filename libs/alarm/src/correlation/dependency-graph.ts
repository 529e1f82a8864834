import { NETWORK } from '../names.js';
import { parseReference } from '../reference.js';
import type { RequirementGroup, Topology } from '../topology.js';
import { GraphObject, type Requirement, requirement, withOne, withoutOne } from './graph-object.js';

/** An NE with its objects, as far as anything is to be known of them. */
interface GraphNe {
  readonly id: string;
  /** The NE itself: object ''. */
  readonly self: GraphObject;
  readonly objects: Map<string, GraphObject>;
  /** What every object of it requires beside what is named: the NE. */
  readonly implied: Requirement | undefined;
  readonly impliedOwners: Set<GraphObject>;
  /** Its own objects that it requires itself: they do not require it. */
  exempt: ReadonlySet<GraphObject>;
  /** Other NEs on whose topologies these exemptions depend, and those that depend on this one's. */
  readonly reaches: Set<GraphNe>;
  readonly reachedBy: Set<GraphNe>;
}

/** Who requires whom, over all NEs. Objects that nothing names, and that have no alarm, are not kept. */
export class DependencyGraph {
  readonly #nes = new Map<string, GraphNe>();
  /** Objects whose requirements changed, or that are new, since `takeChanged`. */
  #changed = new Set<GraphObject>();

  /** The object of this name, made where nothing was known of it. */
  obtain(neId: string, name: string): GraphObject {
    const ne = this.#neOf(neId);
    const known = ne.objects.get(name);
    if (known !== undefined) return known;
    const object = new GraphObject(neId, name);
    ne.objects.set(name, object);
    this.#imply(ne, object);
    this.#changed.add(object);
    return object;
  }

  /** The object of this name, if anything is known of it. */
  find(ne: string, object: string): GraphObject | undefined {
    return this.#nes.get(ne)?.objects.get(object);
  }

  /** Gives an NE another topology; none where it has none any more. Gives what it lists now, the NE first. */
  put(neId: string, topology: Topology | undefined): readonly GraphObject[] {
    const ne = this.#neOf(neId);
    const loosened = new Set<GraphObject>();
    for (const object of ne.objects.values()) if (object.isListed) this.#unlist(ne, object, loosened);
    const listed = topology === undefined ? [] : this.#list(ne, topology);
    for (const each of [ne, ...ne.reachedBy]) this.#exempt(each);
    for (const object of loosened) this.release(object);
    return listed;
  }

  /** Forgets an object that nothing names and that has no alarm. */
  release(object: GraphObject): void {
    const ne = this.#nes.get(object.ne);
    if (ne === undefined || object.isListed || object.alarms.length > 0) return;
    if (object === ne.self) return this.#releaseNe(ne);
    if (object.memberOf.length > 0) return;
    ne.impliedOwners.delete(object);
    ne.objects.delete(object.object);
    this.#changed.delete(object);
    this.#releaseNe(ne);
  }

  /** What changed since it was asked for last. */
  takeChanged(): Set<GraphObject> {
    const changed = this.#changed;
    this.#changed = new Set();
    return changed;
  }

  #releaseNe(ne: GraphNe): void {
    const isNeeded = ne.self.isListed || ne.self.alarms.length > 0 || ne.objects.size > 1;
    if (isNeeded || ne.self.memberOf.some((group) => group !== ne.implied)) return;
    this.#nes.delete(ne.id);
    this.#changed.delete(ne.self);
  }

  #neOf(id: string): GraphNe {
    const known = this.#nes.get(id);
    if (known !== undefined) return known;
    const self = new GraphObject(id, '');
    const impliedOwners = new Set<GraphObject>();
    const ne: GraphNe = {
      id,
      self,
      objects: new Map([['', self]]),
      // What belongs to no NE requires none.
      implied: id === NETWORK ? undefined : requirement([self], false, impliedOwners),
      impliedOwners,
      exempt: new Set(),
      reaches: new Set(),
      reachedBy: new Set(),
    };
    this.#nes.set(id, ne);
    this.#changed.add(self);
    return ne;
  }

  #imply({ implied, impliedOwners, self, exempt }: GraphNe, object: GraphObject): void {
    const isIn = impliedOwners.has(object);
    const belongs = implied !== undefined && object !== self && !exempt.has(object);
    if (isIn === belongs || implied === undefined) return;
    if (belongs) {
      object.requires = withOne(object.requires, implied);
      impliedOwners.add(object);
    } else {
      object.requires = withoutOne(object.requires, implied);
      impliedOwners.delete(object);
    }
    this.#changed.add(object);
  }

  #list(ne: GraphNe, { site, requires = [], objects }: Topology): GraphObject[] {
    ne.self.isListed = true;
    const ofNe = site === undefined ? requires : [[`${NETWORK}//${site}`], ...requires];
    for (const group of ofNe) this.#require(ne.self, group);
    return [
      ne.self,
      ...objects.map(({ object: name, requires: groups = [] }) => {
        const object = this.obtain(ne.id, name);
        object.isListed = true;
        for (const group of groups) this.#require(object, group);
        return object;
      }),
    ];
  }

  #require(owner: GraphObject, group: RequirementGroup): void {
    const members = new Set<GraphObject>();
    for (const name of 'share' in group ? group.share : group) {
      const named = parseReference(name, owner.ne);
      if (named !== undefined) members.add(this.obtain(named.ne, named.object));
    }
    owner.requires = withOne(owner.requires, requirement(Array.from(members), 'share' in group, [owner]));
    this.#changed.add(owner);
  }

  /** Takes back what the topology says of an object. */
  #unlist(ne: GraphNe, object: GraphObject, loosened: Set<GraphObject>): void {
    object.isListed = false;
    loosened.add(object);
    for (const group of object.requires)
      if (group !== ne.implied)
        for (const member of group.members) {
          member.memberOf = withoutOne(member.memberOf, group);
          loosened.add(member);
        }
    object.requires = object.requires.filter((group) => group === ne.implied);
    this.#changed.add(object);
  }

  /** Finds out anew which objects of an NE it requires itself, directly or through others. */
  #exempt(ne: GraphNe): void {
    const reached = this.#requiredBy(ne);
    for (const other of ne.reaches) other.reachedBy.delete(ne);
    ne.reaches.clear();
    for (const { ne: id } of reached) {
      const other = this.#nes.get(id);
      if (other === undefined || other === ne) continue;
      ne.reaches.add(other);
      other.reachedBy.add(ne);
    }
    const before = ne.exempt;
    ne.exempt = new Set([...reached].filter((object) => object.ne === ne.id));
    for (const object of [...before, ...ne.exempt]) this.#imply(ne, object);
  }

  /** All that an NE requires, directly or through others: whatever these do not require of theirs counts too, lest two NEs decide it for each other. */
  #requiredBy(ne: GraphNe): Set<GraphObject> {
    const reached = new Set([ne.self]);
    for (const object of reached) {
      const other = this.#nes.get(object.ne);
      if (other?.implied !== undefined && other !== ne) reached.add(other.self);
      for (const group of object.requires)
        if (group !== ne.implied) for (const member of group.members) reached.add(member);
    }
    return reached;
  }
}
