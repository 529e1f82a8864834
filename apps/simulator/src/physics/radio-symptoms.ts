import type { BranchPlan, ElementPlan, RruPlan } from '../network/network-plan.js';
import { CPRI_TYPES } from './alarm-order.js';
import type { Consequence } from './consequence.js';
import { type Patient, symptom } from './symptoms.js';

const RRU_DETECT_MS = 3000;
const RRU_RESTART_MS = 8000;
/** Each unit further out in the chain is noticed that much later. */
const CHAIN_SLOWDOWN = 1.2;
const NO_LIGHT = { rxPowerDbm: -40 };
const WEAK_LIGHT = { rxPowerDbm: -21.5 };

/** What an eNodeB reports of its fibres, radio units and antennas. */
export function radioSymptoms(patient: Patient): Consequence[] {
  return patient.element.branches.flatMap((branch) => [
    ...branch.irPorts.flatMap((port) => boardPortSymptoms(port, patient)),
    ...branch.rrus.flatMap((rru, place) => rruSymptoms(branch, rru, place, patient)),
  ]);
}

function boardPortSymptoms(port: string, { element, ails }: Patient): Consequence[] {
  const isOut = ails('module-out', port);
  if (isOut || ails('no-light', port))
    return [
      ...(isOut ? [symptom(port, typeOf(26_321, element), [200, 500], 'Optical module not present')] : []),
      symptom(port, typeOf(26_323, element), [700, 1200], 'No light', NO_LIGHT),
      symptom(port, typeOf(26_324, element), [1500, 2500], 'No optical signal'),
    ];
  if (!ails('light-weak', port)) return [];
  return [symptom(port, typeOf(26_323, element), [300, 300], 'Light too weak', WEAK_LIGHT)];
}

function typeOf(alarmId: number, { fronthaul }: ElementPlan): number {
  return fronthaul === 'cpri' ? (CPRI_TYPES[alarmId] ?? alarmId) : alarmId;
}

function rruSymptoms({ shape }: BranchPlan, rru: RruPlan, place: number, patient: Patient): Consequence[] {
  const { ails, works, before } = patient;
  if (works(rru.object))
    return [
      ...rru.ports.filter((port) => ails('no-light', port)).map((port) => portSymptom(port, patient.element)),
      ...rru.txChannels.flatMap((channel) => vswrSymptoms(channel, patient)),
    ];
  // The unit cannot be asked: what it said last stays, and nothing new is heard of it.
  const parts = [...rru.ports, ...rru.txChannels];
  const frozen = [...before.values()].filter(({ object }) => parts.includes(object));
  const slowdown = shape === 'cold-ring' ? 1 : CHAIN_SLOWDOWN ** place;
  const text = ails('rru-dead', rru.object) ? 'RRU does not answer' : 'RRU not reachable';
  const delays = [RRU_DETECT_MS * slowdown, RRU_RESTART_MS * slowdown] as const;
  return [symptom(rru.object, 26_235, delays, text), ...frozen];
}

function portSymptom(port: string, element: ElementPlan): Consequence {
  return symptom(port, typeOf(26_508, element), [500, 1000], 'IR link layer out of sync');
}

function vswrSymptoms(channel: string, { ails }: Patient): Consequence[] {
  if (ails('vswr-on', channel)) {
    const info = { vswrSwitch: 'on', vswr: 3.1 };
    const fault = symptom(channel, 26_529, [500, 500], 'VSWR above threshold, channel shut off', info);
    return [{ ...fault, okInfo: { vswrSwitch: 'on', restarted: true } }];
  }
  if (!ails('vswr-off', channel)) return [];
  const info = { vswrSwitch: 'off', deratingDb: 3, vswr: 2.4 };
  return [symptom(channel, 26_529, [500, 500], 'VSWR above threshold', info)];
}
