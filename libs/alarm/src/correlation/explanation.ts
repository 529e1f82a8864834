import { circlesOf } from './circles.js';
import { byFault, type GraphObject, NO_ALARMS, type OpenAlarm } from './graph-object.js';
import { failingMembers, isCutOff, isWeakened } from './standing.js';

/** Why an alarm is a symptom: of what its object requires, of one on the same object, of what the OMC inferred. */
export type Rule = 'requires' | 'order' | 'inferred';

/** What explains an alarm beside the graph, and what an alarm counts as. */
export interface Causes {
  /** The active alarms on its object that come before it in the catalogue's order. */
  before(alarm: OpenAlarm): readonly OpenAlarm[];
  /** The derived alarms that it is a symptom of (a 301: of a shared transmission, of the OMC cut off). */
  inferred(alarm: OpenAlarm): readonly OpenAlarm[];
  /** What an alarm that nothing explains counts as for those that it explains: itself, as a rule. */
  standIn(alarm: OpenAlarm): readonly OpenAlarm[];
}

/** What was found about an alarm: from where its explanation starts; empty where nothing explains it. */
export interface Finding {
  readonly alarm: OpenAlarm;
  readonly ends: readonly OpenAlarm[];
  readonly rule: Rule | null;
}

/** Explains the alarms of a region, of which everything outside is explained already. */
export function explain(region: ReadonlySet<GraphObject>, causes: Causes): Finding[] {
  const findings: Finding[] = [];
  for (const circle of circlesOf(region)) {
    const outside = fromOutside(circle);
    const explained =
      circle.length === 1
        ? new Explained(outside, undefined, causes)
        : explainedCircle(circle, outside, causes);
    for (const object of circle) {
      for (const alarm of object.alarms) findings.push(explained.find(alarm));
      object.ends = explained.endsOf(object);
    }
  }
  return findings;
}

/** The ends from which what is wrong with some objects comes in from others. */
function fromOutside(circle: readonly GraphObject[]): readonly OpenAlarm[] {
  const inside = circle.length === 1 ? undefined : new Set(circle);
  let ends = NO_ALARMS;
  for (const object of circle)
    for (const member of failingMembers(object))
      if (inside?.has(member) !== true) ends = united(ends, member.ends);
  return ends;
}

/**
 * Each object of a circle is explained by all others: what starts on one of them starts for all. Where nothing
 * does, the earliest of the alarms that explain each other is the end.
 */
function explainedCircle(
  circle: readonly GraphObject[],
  outside: readonly OpenAlarm[],
  causes: Causes,
): Explained {
  const explaining = circle.flatMap(explainingAlarms);
  let ends = outside;
  for (const alarm of explaining) ends = united(ends, startsOf(alarm, causes));
  const [first] = ends.length === 0 ? explaining.sort(byFault) : [];
  return new Explained(first === undefined ? ends : causes.standIn(first), first, causes);
}

/** What an alarm starts from without what its object requires. */
function startsOf(alarm: OpenAlarm, causes: Causes): readonly OpenAlarm[] {
  if (!isCandidate(alarm, causes)) return causes.standIn(alarm);
  let starts = causes.inferred(alarm);
  for (const before of causes.before(alarm)) starts = united(starts, startsOf(before, causes));
  return starts;
}

/** The alarms that put an object out, or make it worse. */
export function explainingAlarms({ works, sound, alarms }: GraphObject): readonly OpenAlarm[] {
  if (sound) return NO_ALARMS;
  const explaining = works ? 'degraded' : 'down';
  return alarms.filter(({ failureClass }) => failureClass === explaining);
}

/** Whether anything may explain an alarm. */
function isCandidate(alarm: OpenAlarm, causes: Causes): boolean {
  return isPutThere(alarm) || causes.before(alarm).length > 0 || causes.inferred(alarm).length > 0;
}

/** Whether what the object requires brings an alarm about. */
function isPutThere({ failureClass, type, on }: OpenAlarm): boolean {
  if (failureClass === 'note') return false;
  if (failureClass === 'down' || !on.works) return isCutOff(on);
  return type.eventType !== 'equipmentAlarm' && isWeakened(on);
}

/** The alarms of objects for which it is known from where what they require fails. */
class Explained {
  readonly #required: readonly OpenAlarm[];
  readonly #first: OpenAlarm | undefined;
  readonly #causes: Causes;
  readonly #found = new Map<OpenAlarm, Finding>();

  /** @param first is an end although it might be explained. */
  constructor(required: readonly OpenAlarm[], first: OpenAlarm | undefined, causes: Causes) {
    this.#required = required;
    this.#first = first;
    this.#causes = causes;
  }

  find(alarm: OpenAlarm): Finding {
    let found = this.#found.get(alarm);
    if (found === undefined) {
      found = alarm === this.#first ? nothing(alarm) : this.#explain(alarm);
      this.#found.set(alarm, found);
    }
    return found;
  }

  /** From where what is wrong with an object starts. */
  endsOf(object: GraphObject): readonly OpenAlarm[] {
    let ends = object.sound ? NO_ALARMS : this.#required;
    for (const alarm of explainingAlarms(object)) ends = united(ends, this.#countsAs(alarm));
    return ends;
  }

  /** An alarm is explained by those before it, and, as its object, by what that requires. */
  #explain(alarm: OpenAlarm): Finding {
    const inferred = this.#causes.inferred(alarm);
    let ordered = NO_ALARMS;
    for (const before of this.#causes.before(alarm)) ordered = united(ordered, this.#countsAs(before));
    if (ordered.length + inferred.length === 0 && !isPutThere(alarm)) return nothing(alarm);
    const ends = united(united(this.#required, ordered), inferred);
    if (ends.length === 0) return nothing(alarm);
    const rule = this.#required.length > 0 ? 'requires' : ordered.length > 0 ? 'order' : 'inferred';
    return { alarm, ends, rule };
  }

  #countsAs(alarm: OpenAlarm): readonly OpenAlarm[] {
    const { ends } = this.find(alarm);
    return ends.length > 0 ? ends : this.#causes.standIn(alarm);
  }
}

function nothing(alarm: OpenAlarm): Finding {
  return { alarm, ends: NO_ALARMS, rule: null };
}

/** Both together, each once; one of the two where it says all. */
function united(a: readonly OpenAlarm[], b: readonly OpenAlarm[]): readonly OpenAlarm[] {
  if (a.length === 0 || a === b) return b;
  const more = b.filter((alarm) => !a.includes(alarm));
  return more.length === 0 ? a : [...a, ...more];
}
