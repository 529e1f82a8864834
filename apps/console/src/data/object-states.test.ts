import { describe, expect, it } from 'vitest';
import { brokenPart, type Failure, type ObjectGraph, objectStates } from './object-states.js';

const group = (...members: string[]) => ({ members, share: false });
const share = (...members: string[]) => ({ members, share: true });
const statesOf = (graph: Record<string, ReturnType<typeof group>[]>, failures: Record<string, Failure>) =>
  Object.fromEntries(
    objectStates(new Map(Object.entries(graph)) as ObjectGraph, new Map(Object.entries(failures))),
  );

describe('the states of objects', () => {
  it('takes out what requires what is down', () => {
    expect(statesOf({ Rru: [group('Port')], Cell: [group('Rru')] }, { Port: 'down' })).toEqual({
      Port: 'out',
      Rru: 'out',
      Cell: 'out',
    });
  });

  it('keeps what has a member left, impaired only where the load is shared', () => {
    const states = statesOf(
      { Plane: [group('S0', 'S1')], Cell: [share('T0', 'T1')] },
      { S0: 'down', T1: 'down' },
    );
    expect(states).toMatchObject({ Plane: 'sound', Cell: 'impaired' });
  });

  it('takes out a ring that is cut at both ends', () => {
    const ring = { A: [group('P0', 'B')], B: [group('P1', 'A')] };
    expect(statesOf(ring, { P0: 'down' })).toMatchObject({ A: 'sound', B: 'sound' });
    expect(statesOf(ring, { P0: 'down', P1: 'down' })).toMatchObject({ A: 'out', B: 'out' });
  });

  it('hands an impairment on', () => {
    expect(statesOf({ Cell: [group('Rru')] }, { Rru: 'degraded' })).toEqual({
      Rru: 'impaired',
      Cell: 'impaired',
    });
  });
});

describe('the broken part of a graph', () => {
  it('is what does not work with what it requires directly', () => {
    const graph: ObjectGraph = new Map([
      ['Rru', [group('Port')]],
      ['Cell', [group('Rru'), group('S0', 'S1')]],
      ['S0', [group('Link')]],
      ['Other', [group('Board')]],
    ]);
    const part = brokenPart(graph, objectStates(graph, new Map([['Port', 'down']])));
    expect([...part.keys()].sort()).toEqual(['Cell', 'Port', 'Rru', 'S0', 'S1']);
    expect(part.get('S0')).toEqual([]);
  });
});
