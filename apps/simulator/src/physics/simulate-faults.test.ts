import { describe, expect, it } from 'vitest';
import { planNetwork } from '../network/plan-network.js';
import { NaiveRoles, nameOf } from '../testing/naive-roles.js';
import { type ToldAlarm, toldAlarms } from '../testing/told-alarms.js';
import { randomFaults } from './random-faults.js';
import { simulateFaults } from './simulate-faults.js';
import type { TruthRecord } from './truth-ledger.js';

const plan = planNetwork({ nes: 40, cells: 3, seed: 5, base: '127.1.0.0', port: 9001 });
const topologies = new Map(plan.elements.map(({ id, topology }) => [id, topology]));

/** All faults have shown by then, and none is mended for a while. */
const CALM_AT = 1_200_000;

function truthAt(truth: readonly TruthRecord[], at: number): TruthRecord[] {
  return truth.filter(
    ({ from, until, heardFrom }) =>
      from <= at && (until ?? Number.POSITIVE_INFINITY) > at && heardFrom !== null && heardFrom <= at,
  );
}

/** What the OMC infers itself stands in the truth. */
const INFERRED = [301, 90_002, 90_003];

function compare(seed: number) {
  const faults = randomFaults(plan, seed, 2 + (seed % 5));
  const { happenings, truth } = simulateFaults(plan, faults, seed);
  const known = truthAt(truth, CALM_AT);
  const inferred = known.filter(({ alarmId }) => INFERRED.includes(alarmId));
  const told: ToldAlarm[] = [
    ...toldAlarms(happenings, CALM_AT),
    ...inferred.map((one) => ({ ...one, since: one.beganAt })),
  ];
  const shared = told.filter(({ alarmId }) => alarmId === 90_002 || alarmId === 90_003);
  const roles = new NaiveRoles(topologies, told, (alarm) =>
    alarm.alarmId !== 301
      ? []
      : shared.filter(({ object }) => {
          const element = plan.elements.find(({ id }) => id === alarm.ne);
          const isHub = element?.hubs.length === 1 && element.hubs[0] === object;
          return object.startsWith('Omc=') || object === element?.site || isHub;
        }),
  );
  const naive = Object.fromEntries(told.map((alarm) => [nameOf(alarm), roles.rootsOf(alarm)]));
  const physical = Object.fromEntries(known.map((one) => [nameOf(one), one.roots.map(nameOf).sort()]));
  return { naive, physical, faults };
}

describe('the truth of simulated faults', () => {
  it.each(Array.from({ length: 60 }, (_, seed) => seed + 1))(
    'names the roots that follow from the alarms and the topologies (seed %i)',
    (seed) => {
      const { naive, physical, faults } = compare(seed);
      expect(physical, JSON.stringify(faults, null, 1)).toEqual(naive);
    },
  );
});
