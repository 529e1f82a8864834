import type { Happening } from '../physics/happening.js';
import type { PhysicalFault } from '../physics/physical-fault.js';
import type { TruthRecord } from '../physics/truth-ledger.js';

/** Gives the instant, in milliseconds since 1970, of so many milliseconds after the beginning. */
export type InstantOf = (ms: number) => number;

/** A fault as a line. */
export function faultLine({ fromMs, untilMs, ...fault }: PhysicalFault, instantOf: InstantOf): string {
  const until = untilMs === Number.POSITIVE_INFINITY ? null : inWords(untilMs, instantOf);
  return lineOf({ t: 'fault', ...fault, from: inWords(fromMs, instantOf), until });
}

/** What is true of an alarm condition, as a line. */
export function truthLine(record: TruthRecord, instantOf: InstantOf): string {
  const { ne, object, alarmId, causes, role, roots } = record;
  const at = (ms: number | null) => (ms === null ? null : inWords(ms, instantOf));
  const { beganAt, endedAt, from, until, heardFrom } = record;
  const times = {
    ...{ beganAt: at(beganAt), endedAt: at(endedAt) },
    ...{ from: at(from), until: at(until), heardFrom: at(heardFrom) },
  };
  return lineOf({ t: 'truth', ne, object, alarmId, ...times, causes, role, roots });
}

/** A report or a change of a link, as a line. */
export function happeningLine({ kind, at, ...rest }: Happening, instantOf: InstantOf): string {
  return lineOf({ t: kind, at: inWords(at, instantOf), ...rest });
}

function inWords(ms: number, instantOf: InstantOf): string {
  return new Date(instantOf(ms)).toISOString();
}

function lineOf(value: object): string {
  return `${JSON.stringify(value)}\n`;
}
