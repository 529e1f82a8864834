import { describe, expect, it } from 'vitest';
import type { BranchPlan, BranchShape, ElementPlan } from '../network/network-plan.js';
import { planNetwork } from '../network/plan-network.js';
import type { ReportHappening } from './happening.js';
import type { FaultKind, PhysicalFault } from './physical-fault.js';
import { simulateFaults } from './simulate-faults.js';
import type { TruthRecord } from './truth-ledger.js';

const plan = planNetwork({ nes: 120, cells: 6, seed: 2, base: '127.1.0.0', port: 9001 });
const MINUTE = 60_000;

type Broken = readonly [kind: FaultKind, ne: string, object: string, from?: number, until?: number];

/** Lets faults come, F1, F2 and so on: each a minute after the one before, if nothing else is said. */
function simulate(faults: readonly Broken[], more: Partial<PhysicalFault> = {}) {
  const schedule = faults.map(([kind, ne, object, from, until], place) => ({
    ...{ id: `F${place + 1}`, kind, ne, object, ...more },
    ...{ fromMs: from ?? place * MINUTE, untilMs: until ?? Number.POSITIVE_INFINITY },
  }));
  const { happenings, truth } = simulateFaults(plan, schedule, 7);
  const reports = happenings.filter((one): one is ReportHappening => one.kind === 'report');
  const links = happenings.filter(({ kind }) => kind === 'link');
  return { happenings, reports, links, truth };
}

/** Reports in words, those of one NE only. */
function said(reports: readonly ReportHappening[], ne: string): string[] {
  return reports
    .filter((one) => one.ne === ne)
    .map(({ alarmId, object, state }) => `${alarmId} ${object} ${state}`);
}

/** Whether something of an NE was ever reported to be in fault. */
function faultsOf(reports: readonly ReportHappening[], alarmId: number): string[] {
  return reports
    .filter((one) => one.alarmId === alarmId && one.state === 'fault')
    .map(({ ne, object }) => `${ne}//${object}`)
    .sort();
}

/** What is true in the end: the causes and roots of each condition. */
function inTheEnd(truth: readonly TruthRecord[]) {
  const named = ({ ne, object, alarmId }: Pick<TruthRecord, 'ne' | 'object' | 'alarmId'>) =>
    `${ne}//${object} ${alarmId}`;
  const last = truth.filter(({ until }) => until === null);
  return new Map(last.map((one) => [named(one), { causes: one.causes, roots: one.roots.map(named) }]));
}

function findBranch(shape: BranchShape, length: number): { element: ElementPlan; branch: BranchPlan } {
  for (const element of plan.elements)
    for (const branch of element.branches)
      if (element.fronthaul === 'ir' && branch.shape === shape && branch.rrus.length === length)
        return { element, branch };
  throw new Error(`no ${shape} of ${length}`);
}

function findElement(isFit: (element: ElementPlan) => boolean): ElementPlan {
  const found = plan.elements.find(isFit);
  if (found === undefined) throw new Error('no such eNodeB');
  return found;
}

const rruNames = ({ rrus }: BranchPlan) => rrus.map(({ object }) => object);

describe('radio units in a chain', () => {
  const { element, branch } = findBranch('chain', 3);
  const { id } = element;
  const [port = ''] = branch.irPorts;
  const [first = '', second = '', third = ''] = rruNames(branch);

  it('are lost one after the other behind a pulled module, and their cell with them', () => {
    const { reports } = simulate([['module-pulled', id, port, 0, MINUTE * 2]]);
    const told = said(reports, id);
    expect(told.slice(0, 6)).toEqual([
      ...[`26321 ${port} fault`, `26323 ${port} fault`, `26324 ${port} fault`],
      ...[`26235 ${first} fault`, `26235 ${second} fault`, `26235 ${third} fault`],
    ]);
    expect(told).toContainEqual(expect.stringMatching(/^29240 Cell=\d fault$/));
    expect(told.filter((one) => one.endsWith('ok'))).toHaveLength(told.length / 2);
  });

  it('have the module as their root, up to the cell', () => {
    const { truth } = simulate([['module-pulled', id, port]]);
    const roots = [...inTheEnd(truth).values()].map((one) => one.roots);
    expect(roots.length).toBeGreaterThan(6);
    expect(roots.every((names) => names.join() === `${id}//${port} 26321`)).toBe(true);
  });

  it('are lost behind a cut fibre only, which the unit before it tells', () => {
    const cut = branch.rrus[0]?.ports[1] ?? '';
    const { reports, truth } = simulate([['fibre-cut', id, cut]]);
    expect(said(reports, id).slice(0, 3)).toEqual([
      ...[`26508 ${cut} fault`, `26235 ${second} fault`, `26235 ${third} fault`],
    ]);
    expect(inTheEnd(truth).get(`${id}//${third} 26235`)).toEqual({
      ...{ causes: ['F1'], roots: [`${id}//${cut} 26508`] },
    });
  });

  it('count as lost by a later fault upstream, and by their own again when that is mended', () => {
    const { truth } = simulate([
      ['rru-dead', id, second, 0],
      ['module-pulled', id, port, MINUTE, 3 * MINUTE],
    ]);
    const of = truth.filter(({ object, alarmId }) => object === second && alarmId === 26_235);
    expect(of.map(({ causes, role, roots }) => [causes.join(), role, roots[0]?.alarmId])).toEqual([
      ['F1', 'root', 26_235],
      ['F1,F2', 'symptom', 26_321],
      ['F1', 'root', 26_235],
    ]);
  });

  it('say nothing new while they cannot be reached, and keep what they said', () => {
    const channel = branch.rrus[2]?.txChannels[0] ?? '';
    const beyond = branch.rrus[1]?.ports[1] ?? '';
    const { reports } = simulate([
      ['vswr-high', id, channel, 0, 3 * MINUTE],
      ['rru-dead', id, first, MINUTE],
      ['fibre-cut', id, beyond, 2 * MINUTE],
    ]);
    expect(said(reports, id).filter((one) => one.startsWith('26529'))).toEqual([`26529 ${channel} fault`]);
    expect(faultsOf(reports, 26_508)).toEqual([]);
  });
});

describe('radio units in a ring', () => {
  it('go on without an outage when a hot ring is cut', () => {
    const { element, branch } = findBranch('hot-ring', 3);
    const [port = ''] = branch.irPorts;
    const { reports } = simulate([['fibre-cut', element.id, port]]);
    expect(said(reports, element.id)).toEqual([
      ...[`26508 ${branch.rrus[0]?.ports[0]} fault`, `26323 ${port} fault`, `26324 ${port} fault`],
    ]);
  });

  it('are away for a moment when a cold ring is cut', () => {
    const { element, branch } = findBranch('cold-ring', 3);
    const [port = ''] = branch.irPorts;
    const { reports } = simulate([['fibre-cut', element.id, port]]);
    const names = rruNames(branch).map((object) => `${element.id}//${object}`);
    expect(faultsOf(reports, 26_235)).toEqual(names);
    const back = reports.filter(({ alarmId, state }) => alarmId === 26_235 && state === 'ok');
    expect(back).toHaveLength(3);
    expect(Math.max(...back.map(({ at }) => at))).toBeLessThan(20_000);
  });

  it.each(['hot-ring', 'cold-ring'] as const)('are lost when a %s is cut at both ends', (shape) => {
    const { element, branch } = findBranch(shape, 3);
    const [port = '', other = ''] = branch.irPorts;
    const { truth } = simulate([
      ['fibre-cut', element.id, port],
      ['fibre-cut', element.id, other],
    ]);
    for (const object of rruNames(branch))
      expect(inTheEnd(truth).get(`${element.id}//${object} 26235`)).toEqual({
        causes: ['F1', 'F2'],
        roots: [`${element.id}//${port} 26323`, `${element.id}//${other} 26323`].sort(),
      });
  });

  it('are served from both sides of a dead one', () => {
    const { element, branch } = findBranch('hot-ring', 3);
    const [, middle = ''] = rruNames(branch);
    const { reports } = simulate([['rru-dead', element.id, middle]]);
    expect(faultsOf(reports, 26_235)).toEqual([`${element.id}//${middle}`]);
  });
});

describe('a transmit channel with a bad antenna', () => {
  const element = findElement(({ cells }) => (cells[0]?.carriers[0] ?? '').includes('TxChannel'));
  const [channel = ''] = element.cells[0]?.carriers ?? [];

  it.each(['on', 'off'] as const)('degrades its cell with the switch %s', (vswrSwitch) => {
    const { reports, truth } = simulate([['vswr-high', element.id, channel]], { vswrSwitch });
    expect(reports[0]?.info).toMatchObject({ vswrSwitch });
    expect(inTheEnd(truth).get(`${element.id}//Cell=1 29243`)?.roots).toEqual([
      `${element.id}//${channel} 26529`,
    ]);
  });

  it('ends with a restart where it was shut off', () => {
    const { reports } = simulate([['vswr-high', element.id, channel, 0, MINUTE]], { vswrSwitch: 'on' });
    const ended = reports.find(({ alarmId, state }) => alarmId === 26_529 && state === 'ok');
    expect(ended?.info).toEqual({ vswrSwitch: 'on', restarted: true });
  });

  it('takes the cell out when every channel of it is shut off', () => {
    const all = (element.cells[0]?.carriers ?? []).map((one) => ['vswr-high', element.id, one, 0] as const);
    const { truth } = simulate(all, { vswrSwitch: 'on' });
    const { causes, roots } = inTheEnd(truth).get(`${element.id}//Cell=1 29240`) ?? {};
    expect([causes?.length, roots?.length]).toEqual([all.length, all.length]);
    expect(inTheEnd(truth).has(`${element.id}//Cell=1 29243`)).toBe(false);
  });
});

describe('signalling', () => {
  const pool = findElement(({ mmeLinks }) => mmeLinks.length === 2);
  const [link, other] = pool.mmeLinks.map(({ sctpLink }) => sctpLink) as [string, string];

  it('goes from the address over the association to the interface', () => {
    const { reports } = simulate([['sctp-path-lost', pool.id, link]]);
    expect(said(reports, pool.id)).toEqual([
      ...[`25955 ${link} fault`, `25888 ${link} fault`, '29201 S1Interface=0 fault'],
    ]);
  });

  it('takes cells and control plane out when no MME of the pool is left', () => {
    const { truth } = simulate([
      ['sctp-path-lost', pool.id, link],
      ['sctp-path-lost', pool.id, other],
    ]);
    const end = inTheEnd(truth);
    const roots = [`${pool.id}//${link} 25955`, `${pool.id}//${other} 25955`];
    for (const name of ['ControlPlane=0 29213', 'Cell=1 29240', 'Cell=6 29240'])
      expect(end.get(`${pool.id}//${name}`)).toEqual({ causes: ['F1', 'F2'], roots });
  });

  it('of every NE towards a dead MME is lost, each link on its own', () => {
    const { reports, truth } = simulate([['mme-down', 'network', 'Mme=1']]);
    const expected = plan.elements.flatMap(({ id, mmeLinks }) =>
      mmeLinks.filter(({ mme }) => mme === 'Mme=1').map(({ sctpLink }) => `${id}//${sctpLink}`),
    );
    expect(faultsOf(reports, 25_888)).toEqual(expected.sort());
    expect(faultsOf(reports, 25_955)).toEqual([]);
    for (const name of expected)
      expect(inTheEnd(truth).get(`${name} 25888`)?.roots).toEqual([`${name} 25888`]);
  });

  it('and user plane share an interface, which tells when it goes down', () => {
    const { truth } = simulate([['interface-down', pool.id, pool.interface]]);
    const roots = [`${pool.id}//${pool.interface} 90010`];
    expect(inTheEnd(truth).get(`${pool.id}//UserPlanePath=1 25952`)?.roots).toEqual(roots);
    expect(inTheEnd(truth).get(`${pool.id}//${link} 25888`)?.roots).toEqual(roots);
  });

  it('and user plane share a router, which tells nobody', () => {
    const { truth } = simulate([['router-down', 'network', pool.router]]);
    const path = inTheEnd(truth).get(`${pool.id}//UserPlanePath=1 25952`);
    expect(path).toEqual({ causes: ['F1'], roots: [`${pool.id}//UserPlanePath=1 25952`] });
  });

  it('that flaps is told each time, and does not reach the interface', () => {
    const { reports } = simulate([['sctp-flapping', pool.id, link, 0, MINUTE]]);
    expect(faultsOf(reports, 25_888).length).toBeGreaterThan(10);
    expect(faultsOf(reports, 29_201)).toEqual([]);
  });
});

describe('an NE that dies', () => {
  const dead = findElement(({ peerLinks }) => peerLinks.length >= 3);
  const peers = dead.peerLinks.map(({ neighbour }) => plan.elements[neighbour]?.id ?? '');

  it('is missed by every neighbour, and its link says why', () => {
    const { links, reports, truth } = simulate([['ne-dead', dead.id, '', 0, 5 * MINUTE]]);
    expect(links).toMatchObject([
      { ne: dead.id, state: 'down', at: 0, restarted: false },
      { ne: dead.id, state: 'up', at: 5 * MINUTE, restarted: true },
    ]);
    const x2 = truth.filter(({ alarmId }) => alarmId === 29_204);
    expect(x2.map(({ ne }) => ne).sort()).toEqual([...peers].sort());
    expect(x2.every(({ roots }) => roots.length === 1 && roots[0]?.ne === dead.id)).toBe(true);
    expect(said(reports, dead.id)).toEqual([]);
  });

  it('leaves what it said as it was until it is back, and tells it anew', () => {
    const { reports, truth } = simulate([
      ['satellites-lost', dead.id, 'SatelliteCard=0', 0, 20 * MINUTE],
      ['ne-dead', dead.id, '', MINUTE, 5 * MINUTE],
    ]);
    const of = truth.filter(({ alarmId }) => alarmId === 26_122);
    expect(of.map(({ role, roots }) => [role, roots[0]?.alarmId])).toEqual([
      ...[
        ['root', 26_122],
        ['symptom', 301],
        ['root', 26_122],
      ],
    ]);
    expect(of[1]?.until).toBe(5 * MINUTE);
    expect(said(reports, dead.id)).toHaveLength(3);
  });
});

describe('a hub that dies', () => {
  const { hubs } = findElement((one) => one.hubs.length === 2);
  const [, hub = ''] = hubs;
  const behind = plan.elements.filter((one) => one.hubs.includes(hub));
  const alone = behind.filter((one) => one.hubs.length === 1);
  const { links, truth } = simulate([['hub-dead', 'network', hub, 0, 10 * MINUTE]]);

  it('takes the links of those along that have no other', () => {
    const down = links.filter((one) => one.kind === 'link' && one.state === 'down').map(({ ne }) => ne);
    expect(down).toEqual(alone.map(({ id }) => id));
    expect(down.length).toBeLessThan(behind.length);
  });

  it('is what the OMC has to infer for all of them', () => {
    const lost = truth.filter(({ alarmId }) => alarmId === 301);
    expect(lost).toHaveLength(alone.length);
    for (const { roots } of lost) expect(roots).toEqual([{ ne: 'network', object: hub, alarmId: 90_002 }]);
  });

  it('lets them keep what they notice until their links are back', () => {
    const [one] = alone;
    const held = truth.filter(({ ne, alarmId }) => ne === one?.id && alarmId === 25_888);
    expect(held.length).toBeGreaterThan(0);
    expect(held.every(({ beganAt, heardFrom }) => beganAt < MINUTE && heardFrom === 10 * MINUTE)).toBe(true);
  });
});

describe('mains that fail', () => {
  const weak = findElement(({ hasSecondGrid }) => !hasSecondGrid);
  const strong = findElement(({ hasSecondGrid }) => hasSecondGrid);

  it('are bridged by the battery, and then take the NE along', () => {
    const { reports, links, truth } = simulate([['mains-failed', weak.id, weak.power]], {
      batteryMs: MINUTE,
    });
    const told = reports.filter(({ alarmId }) => alarmId === 25_622);
    expect(told.map(({ info }) => info?.['battery'])).toEqual(['discharging', 'out']);
    expect(links).toMatchObject([{ ne: weak.id, state: 'down' }]);
    expect(links[0]?.at).toBeGreaterThan(told[1]?.at ?? Number.POSITIVE_INFINITY);
    expect(inTheEnd(truth).get(`${weak.id}// 301`)?.roots).toEqual([`${weak.id}//Power=0 25622`]);
  });

  it('matter little where another grid is left', () => {
    const { reports, links } = simulate([['mains-failed', strong.id, strong.power]]);
    expect(said(reports, strong.id)).toEqual(['25622 Power=0 fault']);
    expect(links).toEqual([]);
  });

  it('are known as the reason where the link was back just before the NE was gone', () => {
    const mains: Broken = ['mains-failed', weak.id, weak.power, 0];
    const empty = simulate([mains]).reports.find(({ info }) => info?.['battery'] === 'out');
    const back = (empty?.at ?? 0) + 1000;
    const { truth } = simulate([mains, ['management-lost', weak.id, '', 0, back]]);
    expect(inTheEnd(truth).get(`${weak.id}// 301`)?.roots).toEqual([`${weak.id}//Power=0 25622`]);
  });

  it('are not known as the reason where the link was gone before', () => {
    const { truth } = simulate([
      ['management-lost', weak.id, '', 0],
      ['mains-failed', weak.id, weak.power, MINUTE],
    ]);
    expect(inTheEnd(truth).get(`${weak.id}// 301`)).toEqual({
      causes: ['F1', 'F2'],
      roots: [`${weak.id}// 301`],
    });
  });
});

describe('a cell', () => {
  const { id } = findElement(() => true);

  it('that an operator blocks is away on purpose', () => {
    const { reports, truth } = simulate([['cell-blocked', id, 'Cell=1']]);
    expect(said(reports, id)).toEqual(['29245 Cell=1 fault', '29240 Cell=1 fault']);
    expect(inTheEnd(truth).get(`${id}//Cell=1 29240`)?.roots).toEqual([`${id}//Cell=1 29245`]);
  });

  it('that cannot be set up is out of service', () => {
    const { reports, truth } = simulate([['cell-set-up-failed', id, 'Cell=1']]);
    expect(said(reports, id)).toEqual(['29290 Cell=1 fault', '29240 Cell=1 fault']);
    expect(inTheEnd(truth).get(`${id}//Cell=1 29240`)?.roots).toEqual([`${id}//Cell=1 29290`]);
  });
});

it('an OMC that is cut off misses everybody, and has itself to blame', () => {
  const { links, reports, truth } = simulate([['omc-cut-off', 'network', 'Omc', 0, 5 * MINUTE]]);
  expect(links).toHaveLength(240);
  expect(reports).toEqual([]);
  const lost = truth.filter(({ alarmId }) => alarmId === 301);
  expect(lost).toHaveLength(120);
  expect(lost.every(({ roots }) => roots.length === 1 && roots[0]?.alarmId === 90_003)).toBe(true);
});

it('light that is weak is told, and no more', () => {
  const { element, branch } = findBranch('chain', 2);
  const { reports } = simulate([['light-weak', element.id, branch.irPorts[0] ?? '']]);
  expect(said(reports, element.id)).toEqual([`26323 ${branch.irPorts[0]} fault`]);
});

it('the same seed gives the same course, and another seed other delays', () => {
  const fault: PhysicalFault = {
    ...{ id: 'F1', kind: 'mme-down', ne: 'network', object: 'Mme=1', fromMs: 0, untilMs: MINUTE },
  };
  expect(simulateFaults(plan, [fault], 1)).toEqual(simulateFaults(plan, [fault], 1));
  expect(simulateFaults(plan, [fault], 1)).not.toEqual(simulateFaults(plan, [fault], 2));
});

it('a fault of an NE that is not there is refused', () => {
  const fault: PhysicalFault = {
    ...{ id: 'F1', kind: 'ne-dead', ne: 'eNB-9', object: '', fromMs: 0, untilMs: MINUTE },
  };
  expect(() => simulateFaults(plan, [fault], 1)).toThrow('there is no NE eNB-9');
});
