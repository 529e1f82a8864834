import { describe, expect, it } from 'vitest';
import { planNetwork } from '../network/plan-network.js';
import { readScenario } from './read-scenario.js';
import { scenarioFaults } from './scenario-faults.js';

const plan = planNetwork({ nes: 20, cells: 3, seed: 1, base: '127.1.0.0', port: 9001 });

const withSteps = (...steps: string[]) =>
  `title: T\nnetwork: { nes: 20 }\nsteps:\n${steps.map((step) => `  - ${step}\n`).join('')}`;

const faultsOf = (...steps: string[]) => scenarioFaults(readScenario(withSteps(...steps)), plan, 1);

describe('a scenario', () => {
  it('has defaults for the network', () => {
    const { scenario } = readScenario('title: T\nsteps: [{ at: 1, fault: mme-down }]');
    expect(scenario.network).toEqual({ seed: 1, nes: 50, cells: 3 });
  });

  it('names what it strikes', () => {
    const [fault] = faultsOf('{ at: 1.5, fault: mme-down, where: network//Mme=2, lasts: 60 }');
    expect(fault).toEqual({
      ...{ id: 'F1', kind: 'mme-down', ne: 'network', object: 'Mme=2', fromMs: 1500, untilMs: 61_500 },
    });
  });

  it('strikes by chance, as often as it says, within the time and the place that it says', () => {
    const faults = faultsOf(
      '{ at: 10, fault: rru-dead, where: { ne: eNB-100004 }, count: 20, within: 5, lasts: [1, 2] }',
    );
    expect(faults).toHaveLength(20);
    for (const { ne, fromMs, untilMs } of faults) {
      expect(ne).toBe('eNB-100004');
      expect(fromMs >= 10_000 && fromMs <= 15_000).toBe(true);
      expect(untilMs - fromMs >= 1000 && untilMs - fromMs <= 2000).toBe(true);
    }
  });

  it('strikes by chance the same with the same seed', () => {
    const step = '{ at: 10, fault: fibre-cut, count: 5, within: 60 }';
    expect(faultsOf(step)).toEqual(faultsOf(step));
  });

  it('may last for ever', () => {
    expect(faultsOf('{ at: 0, fault: hub-dead, lasts: forever }')[0]?.untilMs).toBe(Number.POSITIVE_INFINITY);
  });

  it('puts its faults in order of time', () => {
    const faults = faultsOf('{ at: 9, fault: ne-dead }', '{ at: 3, fault: ne-dead }');
    expect(faults.map(({ id, fromMs }) => [id, fromMs])).toEqual([
      ['F1', 3000],
      ['F2', 9000],
    ]);
  });

  it.each([
    ['title: [', 'line 1: '],
    ['steps: []', 'line 1: title: '],
    [withSteps('{ at: 1, fault: fire }'), 'line 4: steps[0].fault: must be one of fibre-cut, module-pulled'],
    [withSteps('{ at: 1, fault: ne-dead }', '{ at: -1, fault: ne-dead }'), 'line 5: steps[1].at: '],
    [withSteps('{ at: 1, fault: ne-dead, wehre: x }'), 'steps[0]: there is no wehre here'],
    [withSteps('{ at: 1, fault: ne-dead, where: eNB-1 }'), 'line 4: steps[0].where: must be NE//OBJECT'],
    [
      withSteps('{ at: 1, fault: ne-dead, lasts: long }'),
      'steps[0].lasts: must be seconds, [at least, at most]',
    ],
    [withSteps('{ at: 1, fault: ne-dead, where: { hub: Two } }'), 'steps[0].where'],
  ])('is refused where it is wrong, with line and member (%#)', (text, reason) => {
    expect(() => readScenario(text)).toThrow(reason);
  });

  it('is refused with all that is wrong at once', () => {
    const text = withSteps('{ at: x, fault: ne-dead }', '{ at: 1, fault: fire }');
    expect(() => readScenario(text)).toThrow(/steps\[0\]\.at.*\n.*steps\[1\]\.fault/);
  });

  it.each([
    [
      'eNB-9//',
      'ne-dead',
      'line 4: steps[0].where: there is no NE eNB-9; there are eNB-100001 to eNB-100020',
    ],
    [
      'eNB-100001//Cell=9',
      'cell-blocked',
      'cell-blocked cannot befall eNB-100001//Cell=9, but eNB-100001//Cell=1',
    ],
    ['network//Hub=77', 'hub-dead', 'hub-dead cannot befall network//Hub=77, but network//Hub=1'],
    ['eNB-100001//', 'hub-dead', 'hub-dead is of the network, such as network//Hub=1'],
    ['network//Hub=1', 'ne-dead', 'ne-dead is of an NE, not of the network'],
  ])('is refused where %s cannot suffer %s, and told what can', (where, fault, reason) => {
    expect(() => faultsOf(`{ at: 1, fault: ${fault}, where: "${where}" }`)).toThrow(reason);
  });

  it('is refused where there is nothing of the kind', () => {
    expect(() => faultsOf('{ at: 1, fault: hub-dead, where: { hub: Hub=99 } }')).toThrow(
      'there is nothing in this part of the network for hub-dead',
    );
  });
});
