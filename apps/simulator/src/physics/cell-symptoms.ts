import type { CellPlan } from '../network/network-plan.js';
import type { Consequence } from './consequence.js';
import { type Patient, symptom } from './symptoms.js';

/** What an eNodeB reports of its cells: the gravest reason tells how soon it shows. */
export function cellSymptoms(patient: Patient): Consequence[] {
  return patient.element.cells.flatMap((cell) => symptomsOf(cell, patient));
}

function symptomsOf({ object, carriers }: CellPlan, patient: Patient): Consequence[] {
  const { ails, works } = patient;
  const isBlocked = ails('cell-blocked', object);
  const blocked = isBlocked ? [symptom(object, 29_245, [100, 100], 'Blocked by an operator')] : [];
  const lost = carriers.filter((carrier) => !works(carrier)).length;
  if (isBlocked) return [...blocked, unavailable(object, [1000, 1000], 'Cell blocked')];
  if (ails('cell-set-up-failed', object))
    return [
      symptom(object, 29_290, [200, 200], 'Cell set-up failed: no licence'),
      unavailable(object, [1000, 1000], 'Cell set-up failed'),
    ];
  if (lost === carriers.length)
    return [
      unavailable(object, [6000, 14_000], 'No radio unit left'),
      symptom(object, 29_290, [20_000, 14_000], 'Cell left service: no radio unit left'),
    ];
  if (isCutOff(patient)) return [unavailable(object, [8000, 5000], 'No S1 link left')];
  if (ails('cell-blip', object)) return [unavailable(object, [100, 100], 'Cell restarted')];
  return impairedSymptoms(object, carriers, lost, patient);
}

function isCutOff({ element: { mmeLinks }, works }: Patient): boolean {
  return mmeLinks.every(({ s1Interface }) => !works(s1Interface));
}

/** Weak light alone lets nobody's service suffer enough to be told. */
function impairedSymptoms(
  object: string,
  carriers: readonly string[],
  lost: number,
  { ails }: Patient,
): Consequence[] {
  if (lost > 0) return [degraded(object, `${lost} of ${carriers.length} carriers lost`)];
  const isDerated = carriers.some((carrier) => ails('vswr-off', carrier));
  return isDerated ? [degraded(object, 'Output power lowered')] : [];
}

function unavailable(object: string, delays: readonly [number, number], text: string): Consequence {
  return symptom(object, 29_240, delays, text);
}

function degraded(object: string, text: string): Consequence {
  return symptom(object, 29_243, [6000, 14_000], text);
}
