import type { Command, RawState } from '@omc/alarm';
import { type NetworkPlan, planNetwork, Random } from '@omc/simulator';
import { percentilesOf } from '../measure/percentiles.js';
import { progress } from '../measure/progress.js';
import { rounded } from '../measure/rounded.js';
import { CoreOffice } from './core-office.js';

const NES = 10_000;
const ALARMS = 100_000;
const SINGLE_CHANGES = 20_000;
const STORM_BATCH = 1_000;
const HUB_NES = 500;
const T0 = Date.UTC(2026, 0, 1);

interface Key {
  readonly ne: string;
  readonly object: string;
  readonly alarmId: number;
}

/**
 * What correlation costs with very many active alarms in a large network: a storm in batches, then one change at a
 * time, then a hub that goes down. The whole completion of a batch is timed, of which correlation is the greater part.
 */
export async function measureSpeed() {
  const plan = planNetwork({ nes: NES, cells: 6, seed: 1, base: '127.0.0.0', port: 9001 });
  progress(`telling the topologies of ${NES} NEs`);
  const beganAt = performance.now();
  const office = await CoreOffice.of(plan, 'snmp');
  const startSeconds = rounded((performance.now() - beganAt) / 1000);
  const random = new Random(7);
  const keys = keysOf(plan).filter(() => random.chance(0.5));
  const active = keys.slice(0, ALARMS);
  progress(`${active.length} alarms in batches of ${STORM_BATCH}`);
  let stormMs = 0;
  for (let from = 0; from < active.length; from += STORM_BATCH)
    stormMs += office.at(
      T0,
      active.slice(from, from + STORM_BATCH).map((key) => report(key, 'fault', T0)),
    );
  progress(`${SINGLE_CHANGES} single changes`);
  const singleMs: number[] = [];
  for (let i = 0; i < SINGLE_CHANGES; i++) {
    const key = active[random.whole(0, active.length - 1)] as Key;
    const at = T0 + 60_000 + i * 1000;
    // Its cause or effect may go, come back, or stand alone for a while.
    singleMs.push(office.at(at, [report(key, 'ok', at)]));
    singleMs.push(office.at(at + 500, [report(key, 'fault', at + 500)]));
  }
  return {
    nes: NES,
    activeAlarms: active.length,
    startSeconds,
    stormMicrosecondsPerAlarm: rounded((stormMs / active.length) * 1000),
    singleChangeMs: percentilesOf(singleMs),
    hub: await measureHub(),
  };
}

/** A hub with all NEs behind it goes down, each with its own 301 and what it still told; then they come back. */
async function measureHub() {
  const plan = planNetwork({ nes: HUB_NES, cells: 6, seed: 1, base: '127.0.0.0', port: 9001 });
  const behind: NetworkPlan = {
    ...plan,
    elements: plan.elements.map((element) => ({
      ...element,
      topology: { ...element.topology, requires: [['network//Hub=1']] },
    })),
  };
  const office = await CoreOffice.of(behind, 'link');
  const down = behind.elements.map(
    ({ id }, i): Command => ({
      kind: 'link-disconnected',
      ne: id,
      faultAt: T0 + i * 100,
      at: T0 + 180_000,
      reason: 'timeout',
    }),
  );
  const up = behind.elements.map(
    ({ id }): Command => ({ kind: 'link-reconnected', ne: id, at: T0 + 600_000 }),
  );
  return {
    nes: HUB_NES,
    downMs: rounded(office.at(T0 + 180_000, down)),
    upMs: rounded(office.at(T0 + 600_000, up)),
  };
}

function* everyKey({ elements }: NetworkPlan): Iterable<Key> {
  for (const { id, mmeLinks, peerLinks, branches } of elements) {
    for (const { sctpLink, s1Interface } of mmeLinks) {
      yield { ne: id, object: sctpLink, alarmId: 25955 };
      yield { ne: id, object: s1Interface, alarmId: 29201 };
    }
    for (const { sctpLink, x2Interface } of peerLinks) {
      yield { ne: id, object: sctpLink, alarmId: 25955 };
      yield { ne: id, object: x2Interface, alarmId: 29204 };
    }
    for (const { irPorts, rrus } of branches) {
      for (const object of irPorts) yield { ne: id, object, alarmId: 26321 };
      for (const { object } of rrus) yield { ne: id, object, alarmId: 26235 };
    }
  }
}

function keysOf(plan: NetworkPlan): Key[] {
  return [...everyKey(plan)];
}

function report(key: Key, state: RawState, at: number): Command {
  const report = { ...key, state, at, arrivedAt: at };
  return { kind: 'report', report, origin: { source: 'snmp', from: '127.0.0.1' } };
}
