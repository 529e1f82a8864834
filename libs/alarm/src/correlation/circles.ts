import type { GraphObject } from './graph-object.js';
import { failingMembers } from './standing.js';

let walks = 0;
/** Of objects whose circle is complete: later ones that lead there are in none with them. */
const CLOSED = Number.MAX_SAFE_INTEGER;

interface Step {
  readonly object: GraphObject;
  readonly members: Iterator<GraphObject>;
}

/**
 * The objects of a region in circles of what explains what (Tarjan 1972: strongly connected components), what
 * explains before what is explained. An object in no circle is one of its own. Without recursion, since chains may
 * be thousands of objects long.
 */
export function circlesOf(region: ReadonlySet<GraphObject>): GraphObject[][] {
  const walk = new Walk(region);
  for (const start of region) walk.from(start);
  return walk.circles;
}

class Walk {
  readonly circles: GraphObject[][] = [];
  readonly #number = ++walks;
  readonly #region: ReadonlySet<GraphObject>;
  /** Objects whose circle is not complete, in the order in which they were come to. */
  readonly #open: GraphObject[] = [];
  readonly #path: Step[] = [];
  #order = 0;

  constructor(region: ReadonlySet<GraphObject>) {
    this.#region = region;
  }

  from(start: GraphObject): void {
    if (start.walk === this.#number) return;
    this.#enter(start);
    for (let step = this.#path.at(-1); step !== undefined; step = this.#path.at(-1)) {
      const { value: member, done } = step.members.next();
      if (done === true) this.#leave(step.object);
      else if (this.#region.has(member)) this.#look(step.object, member);
    }
  }

  #enter(object: GraphObject): void {
    object.walk = this.#number;
    object.order = this.#order;
    object.lowest = this.#order++;
    this.#open.push(object);
    this.#path.push({ object, members: failingMembers(object)[Symbol.iterator]() });
  }

  #look(from: GraphObject, member: GraphObject): void {
    if (member.walk !== this.#number) this.#enter(member);
    else if (member.lowest !== CLOSED) from.lowest = Math.min(from.lowest, member.order);
  }

  #leave(object: GraphObject): void {
    this.#path.pop();
    const from = this.#path.at(-1)?.object;
    if (from !== undefined) from.lowest = Math.min(from.lowest, object.lowest);
    if (object.lowest !== object.order) return;
    const circle = this.#open.splice(this.#open.lastIndexOf(object));
    for (const member of circle) member.lowest = CLOSED;
    this.circles.push(circle);
  }
}
