import type { AlarmResource } from '@omc/api';
import { type Severity, severityRank } from './severity.js';

const none: ReadonlyMap<string, AlarmResource> = new Map();

/** Who is a symptom of whom among the alarms of the list. */
export class CauseIndex {
  readonly #alarms = new Map<string, AlarmResource>();
  readonly #symptoms = new Map<string, Map<string, AlarmResource>>();

  get(id: string): AlarmResource | undefined {
    return this.#alarms.get(id);
  }

  /** The symptoms of an alarm, also of one that is not in the list. */
  symptomsOf(rootId: string): ReadonlyMap<string, AlarmResource> {
    return this.#symptoms.get(rootId) ?? none;
  }

  /** The roots of an alarm that are in the list; one that is itself a symptom just now carries nothing. */
  rootsOf({ correlation }: AlarmResource): AlarmResource[] {
    if (correlation.role !== 'symptom') return [];
    return correlation.rootIds.flatMap((id) => {
      const root = this.#alarms.get(id);
      return carriesSymptoms(root) ? [root] : [];
    });
  }

  /** The gravest severity among the symptoms of an alarm. */
  gravestOf(rootId: string): Severity | null {
    let gravest: Severity | null = null;
    for (const { severity } of this.symptomsOf(rootId).values())
      if (gravest === null || severityRank(severity) > severityRank(gravest)) gravest = severity;
    return gravest;
  }

  /** Puts an alarm as it is now, or takes it out; tells the ids of those that may have to move or be drawn anew. */
  set(id: string, now: AlarmResource | undefined, touched: Set<string>): void {
    const before = this.#alarms.get(id);
    touched.add(id);
    for (const root of rootIdsOf(before)) {
      this.#unlink(root, id);
      touched.add(root);
    }
    if (now) this.#alarms.set(id, now);
    else this.#alarms.delete(id);
    for (const root of rootIdsOf(now)) {
      if (now) this.#link(root, now);
      touched.add(root);
    }
    if (carriesSymptoms(before) !== carriesSymptoms(now)) this.touchSymptoms(id, touched);
  }

  touchSymptoms(rootId: string, touched: Set<string>): void {
    for (const id of this.symptomsOf(rootId).keys()) touched.add(id);
  }

  #link(rootId: string, symptom: AlarmResource): void {
    const symptoms = this.#symptoms.get(rootId);
    if (symptoms) symptoms.set(symptom.id, symptom);
    else this.#symptoms.set(rootId, new Map([[symptom.id, symptom]]));
  }

  #unlink(rootId: string, id: string): void {
    const symptoms = this.#symptoms.get(rootId);
    symptoms?.delete(id);
    if (symptoms?.size === 0) this.#symptoms.delete(rootId);
  }
}

function carriesSymptoms(alarm: AlarmResource | undefined): alarm is AlarmResource {
  return alarm !== undefined && alarm.correlation.role !== 'symptom';
}

function rootIdsOf(alarm: AlarmResource | undefined): readonly string[] {
  return alarm?.correlation.role === 'symptom' ? alarm.correlation.rootIds : [];
}
