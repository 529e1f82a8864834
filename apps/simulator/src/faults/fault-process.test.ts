import { VirtualTimeScheduler } from 'rxjs';
import { describe, expect, it } from 'vitest';
import type { ElementPlan } from '../network/network-plan.js';
import { planNetwork } from '../network/plan-network.js';
import { Random } from '../random.js';
import type { ConditionKind } from './condition.js';
import { FaultProcess } from './fault-process.js';

/** Whether the first branch has two radio units with channels and one cell, as has each of the others. */
function isFit({ branches, cells, mmeLinks }: ElementPlan): boolean {
  const [first] = branches;
  const isLike = first?.shape === 'chain' && first.rrus.length === 2 && cells[0]?.carriers.length === 4;
  return isLike && branches.length === 3 && mmeLinks.length === 2;
}

/** An NE whose first sector has two radio units. */
const element = (() => {
  for (let seed = 1; ; seed += 1) {
    const [found] = planNetwork({ nes: 3, cells: 3, seed, base: '127.1.0.0', port: 9001 }).elements;
    if (found !== undefined && isFit(found)) return found;
  }
})();

function theProcess(speed = 1, seed = 1) {
  const scheduler = new VirtualTimeScheduler();
  const told: { at: number; what: string }[] = [];
  const process = new FaultProcess({
    element,
    random: new Random(seed),
    speed,
    scheduler,
    tell: ({ alarmId, object }, state) =>
      told.push({ at: scheduler.now(), what: `${alarmId} ${object} ${state}` }),
  });
  const at = (ms: number, kind: ConditionKind, object: string, present: boolean) =>
    scheduler.schedule(() => process.change({ kind, object }, present), ms);
  const what = () => told.map((report) => report.what);
  return { scheduler, process, told, what, at };
}

describe('the faults of an NE', () => {
  it('come in the order of cause and effect when an optical module is pulled, and all end', () => {
    const port = 'Board=0-0-3,IrPort=0';
    const { scheduler, what, at } = theProcess();
    at(0, 'optics-out', port, true);
    at(60_000, 'optics-out', port, false);
    scheduler.flush();
    const order = [
      `26321 ${port}`,
      `26323 ${port}`,
      `26324 ${port}`,
      '26235 Rru=0-60-0',
      '26235 Rru=0-61-0',
      '29240 Cell=1',
    ];
    expect(what()).toEqual([...order.map((key) => `${key} fault`), ...order.map((key) => `${key} ok`)]);
  });

  it.each([1, 2, 3, 4, 5])('go from SCTP over S1 to the cells when all MMEs are lost (seed %i)', (seed) => {
    const { scheduler, what, at } = theProcess(1, seed);
    at(0, 'sctp-down', 'SctpLink=0', true);
    at(0, 'sctp-down', 'SctpLink=1', true);
    scheduler.flush();
    expect(what().map((report) => report.split(' ')[0])).toEqual([
      ...['25888', '25888', '29201', '29201', '29213', '29240', '29240', '29240'],
    ]);
  });

  it('leave the cells alone while one MME is left', () => {
    const { scheduler, what, at } = theProcess();
    at(0, 'sctp-down', 'SctpLink=1', true);
    scheduler.flush();
    expect(what()).toEqual(['25888 SctpLink=1 fault', '29201 S1Interface=1 fault']);
  });

  it('degrade a cell when some of its radio units are lost, and take it out when all are', () => {
    const { scheduler, what, at } = theProcess();
    at(0, 'rru-port-bad', 'Rru=0-60-0,Port=1', true);
    at(60_000, 'rru-dead', 'Rru=0-60-0', true);
    scheduler.flush();
    expect(what()).toEqual([
      '26508 Rru=0-60-0,Port=1 fault',
      '26235 Rru=0-61-0 fault',
      '29243 Cell=1 fault',
      '26235 Rru=0-60-0 fault',
      '29240 Cell=1 fault',
      '29243 Cell=1 ok',
    ]);
  });

  it('do not reach the S1 interface when its link is down only for a moment', () => {
    const { scheduler, what, at } = theProcess();
    at(0, 'sctp-down', 'SctpLink=0', true);
    at(2000, 'sctp-down', 'SctpLink=0', false);
    scheduler.flush();
    expect(what()).toEqual(['25888 SctpLink=0 fault', '25888 SctpLink=0 ok']);
  });

  it('stay until everything that causes them is over', () => {
    const { scheduler, told, at } = theProcess();
    at(0, 'sctp-down', 'SctpLink=0', true);
    at(10_000, 'sctp-down', 'SctpLink=0', true);
    at(20_000, 'sctp-down', 'SctpLink=0', false);
    at(30_000, 'sctp-down', 'SctpLink=0', false);
    scheduler.flush();
    const ended = told.find(({ what }) => what === '25888 SctpLink=0 ok');
    expect(ended?.at).toBeGreaterThan(30_000);
  });

  it('come and go faster by the factor of the speed', () => {
    const slow = theProcess(1);
    const fast = theProcess(10);
    for (const { at, scheduler } of [slow, fast]) {
      at(0, 'sctp-down', 'SctpLink=0', true);
      scheduler.flush();
    }
    expect(fast.told.map(({ at }) => at * 10)).toEqual(slow.told.map(({ at }) => expect.closeTo(at, 3)));
  });

  it('are not told while the process is dead, and told anew when it is back', () => {
    const { scheduler, process, told, at } = theProcess();
    at(0, 'satellites-lost', 'SatelliteCard=0', true);
    scheduler.schedule(() => process.halt(), 10_000);
    at(12_000, 'user-plane-down', 'UserPlanePath=1', true);
    scheduler.schedule(() => process.resume(), 20_000);
    scheduler.flush();
    expect(told.filter(({ at: when }) => when > 10_000 && when < 20_000)).toEqual([]);
    expect(told.map(({ what }) => what)).toEqual([
      '26122 SatelliteCard=0 fault',
      '26122 SatelliteCard=0 fault',
      '25952 UserPlanePath=1 fault',
    ]);
  });
});
