import { describe, expect, it } from 'vitest';
import { NeDirectory } from './ne-directory.js';

const ne = (id: string, host: string, snmp = {}) => ({ id, kind: 'snmp', host, port: 161, snmp }) as const;

describe('the directory of NEs', () => {
  const nes = new NeDirectory(['public', 'shared']);
  nes.put(ne('A', '10.0.0.1'));
  nes.put(ne('B', '10.0.0.2', { sources: ['10.9.0.1', '10.8.0.0/16'], community: 'of B' }));
  nes.put(ne('C', '10.0.0.3'));
  nes.put(ne('D', '10.0.0.3'));

  it('finds an NE by id, by the address of a varbind, by its sender', () => {
    expect(nes.find(['A'], { address: '10.7.7.7' })).toEqual({ ne: 'A' });
    expect(nes.find(['nobody', '10.0.0.1'], { address: '10.7.7.7' })).toEqual({ ne: 'A' });
    expect(nes.find([], { address: '10.9.0.1' })).toEqual({ ne: 'B' });
  });

  it('guesses neither among several NEs nor where none is', () => {
    expect(nes.find([], { address: '10.0.0.3' })).toEqual({
      reason: 'several NEs are registered at 10.0.0.3',
    });
    expect(nes.find([], { address: '10.0.0.2' })).toHaveProperty('reason');
    expect(nes.find(['nobody'], { address: '10.0.0.1' })).toHaveProperty('reason');
  });

  it.each([
    ['A', '10.0.0.1', 'shared', true],
    ['A', '10.0.0.2', 'shared', false],
    ['A', '127.0.0.1', 'shared', true],
    ['A', '10.0.0.1', 'of B', false],
    ['B', '10.9.0.1', 'of B', true],
    ['B', '10.8.200.1', 'of B', true],
    ['B', '10.9.0.1', 'shared', false],
    ['B', '10.0.0.2', 'of B', false],
    ['B', '127.0.0.1', 'shared', false],
  ])('lets report for %s from %s with "%s": %s', (id, address, community, allowed) => {
    expect(nes.refusal(id, { address, community }) === undefined).toBe(allowed);
  });

  it('lets a user of v3 report for any NE', () => {
    expect(nes.refusal('A', { address: '10.7.7.7' })).toBeUndefined();
  });

  it('accepts public from loopback only, and an own community while its NE is there', () => {
    expect(nes.accepts({ address: '127.0.0.1', community: 'public' })).toBe(true);
    expect(nes.accepts({ address: '10.0.0.1', community: 'public' })).toBe(false);
    expect(nes.accepts({ address: '10.0.0.1', community: 'of B' })).toBe(true);
    nes.put(ne('B', '10.0.0.2'));
    expect(nes.accepts({ address: '10.0.0.1', community: 'of B' })).toBe(false);
    nes.remove('B');
    expect(nes.find([], { address: '10.0.0.2' })).toHaveProperty('reason');
  });
});
