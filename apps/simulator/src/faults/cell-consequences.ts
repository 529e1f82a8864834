import type { ElementPlan } from '../network/network-plan.js';
import type { Consequence } from './consequence.js';
import type { Present } from './present.js';
import { lostRrusOf } from './radio-consequences.js';
import { type Sector, sectorsOf } from './sectors-of.js';
import { isCutOff } from './transport-consequences.js';

/** What becomes of the cells of an NE: the gravest reason tells how soon it shows. */
export function cellConsequences(element: ElementPlan, present: Present): Consequence[] {
  return sectorsOf(element).flatMap((sector) => cellFaults(element, sector, present));
}

function cellFaults(element: ElementPlan, sector: Sector, present: Present): Consequence[] {
  const { cell } = sector;
  if (present.has('cell-set-up-failed', cell)) return setUpFaults(cell);
  const lost = lostRrusOf(sector, present).length;
  if (present.has('cell-blip', cell)) return [unavailable(cell, 100, 100, 'Cell restarted')];
  if (lost === sector.chain.length) return [unavailable(cell, 6000, 14_000, 'No radio unit left')];
  if (isCutOff(element, present)) return [unavailable(cell, 8000, 5000, 'No S1 link left')];
  if (lost > 0) return [degraded(cell, `${lost} of ${sector.chain.length} radio units lost`)];
  return hasReducedPower(sector, present) ? [degraded(cell, 'Output power lowered')] : [];
}

function hasReducedPower(sector: Sector, present: Present): boolean {
  return sector.chain.some((rru) => rru.txChannels.some((channel) => present.has('vswr-high', channel)));
}

function setUpFaults(object: string): Consequence[] {
  return [
    { object, alarmId: 29290, detectMs: 200, recoverMs: 200, text: 'Cell set-up failed' },
    unavailable(object, 1000, 1000, 'Cell set-up failed'),
  ];
}

function unavailable(object: string, detectMs: number, recoverMs: number, text: string): Consequence {
  return { object, alarmId: 29240, detectMs, recoverMs, text };
}

function degraded(object: string, text: string): Consequence {
  return { object, alarmId: 29243, detectMs: 6000, recoverMs: 14_000, text };
}
