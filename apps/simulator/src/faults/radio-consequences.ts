import type { ElementPlan } from '../network/network-plan.js';
import type { Consequence } from './consequence.js';
import type { Present } from './present.js';
import { type Sector, sectorsOf } from './sectors-of.js';

const RRU_DETECT_MS = 3000;
const RRU_RESTART_MS = 8000;
/** Each unit further out in the chain is noticed that much later. */
const CHAIN_SLOWDOWN = 1.2;

/** What the fibres, radio units and antennas of an NE suffer. */
export function radioConsequences(element: ElementPlan, present: Present): Consequence[] {
  return [
    ...present.objects('optics-out').flatMap(missingOpticsFaults),
    ...present.objects('optics-weak').flatMap((port) => weakOpticsFaults(port, present)),
    ...present.objects('rru-port-bad').map(portFault),
    ...sectorsOf(element).flatMap((sector) => lostRrusOf(sector, present).map(rruFault)),
    ...present.objects('vswr-high').map(vswrFault),
    ...present.objects('satellites-lost').map(satelliteFault),
  ];
}

/** The radio units of a sector that the baseband unit does not reach: behind a break, everything is lost. */
export function lostRrusOf(sector: Sector, present: Present): readonly LostRru[] {
  const lost: LostRru[] = [];
  let broken = present.has('optics-out', sector.irPort);
  for (const [place, rru] of sector.chain.entries()) {
    const dead = present.has('rru-dead', rru.object);
    if (broken || dead) lost.push({ object: rru.object, place, dead });
    broken ||= dead || present.has('rru-port-bad', rru.nextPort);
  }
  return lost;
}

interface LostRru {
  readonly object: string;
  readonly place: number;
  readonly dead: boolean;
}

function rruFault({ object, place, dead }: LostRru): Consequence {
  const slowdown = CHAIN_SLOWDOWN ** place;
  const text = dead ? 'RRU does not answer' : 'RRU not reachable through the chain';
  return {
    object,
    alarmId: 26235,
    detectMs: RRU_DETECT_MS * slowdown,
    recoverMs: RRU_RESTART_MS * slowdown,
    text,
  };
}

function missingOpticsFaults(object: string): Consequence[] {
  return [
    { object, alarmId: 26321, detectMs: 200, recoverMs: 500, text: 'Optical module not present' },
    { object, alarmId: 26323, detectMs: 700, recoverMs: 1200, text: 'No light', info: { rxPowerDbm: -40 } },
    { object, alarmId: 26324, detectMs: 1500, recoverMs: 2500, text: 'No optical signal' },
  ];
}

function weakOpticsFaults(object: string, present: Present): Consequence[] {
  if (present.has('optics-out', object)) return [];
  const info = { rxPowerDbm: -21.5 };
  return [{ object, alarmId: 26323, detectMs: 300, recoverMs: 300, text: 'Light too weak', info }];
}

function portFault(object: string): Consequence {
  return { object, alarmId: 26508, detectMs: 500, recoverMs: 1000, text: 'IR link layer out of sync' };
}

function vswrFault(object: string): Consequence {
  const info = { vswrSwitch: 'off', deratingDb: 3, vswr: 2.4 };
  return { object, alarmId: 26529, detectMs: 500, recoverMs: 500, text: 'VSWR above threshold', info };
}

function satelliteFault(object: string): Consequence {
  const info = { satellites: 2 };
  return { object, alarmId: 26122, detectMs: 200, recoverMs: 200, text: 'Fewer than 4 satellites', info };
}
