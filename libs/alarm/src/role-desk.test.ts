import { describe, expect, it } from 'vitest';
import { roleOffice } from './testing/role-office.js';

const S = 1000;

describe('a cause and its symptom', () => {
  it('are told with the raise, in whichever order they come', () => {
    const office = roleOffice();
    office.fault(0, 'S1Interface=0', 'S1');
    expect(office.roles).toEqual({ 'S1Interface=0': 'standalone' });
    office.fault(1, 'SctpLink=0', 'SCTP');
    expect(office.roles).toEqual({ 'S1Interface=0': 'symptom of SctpLink=0', 'SctpLink=0': 'root' });
    expect(office.kinds).toEqual(['raised', 'raised', 'role']);
    office.fault(2, 'S1Interface=1', 'S1');
    expect(office.kinds).toEqual(['raised', 'raised', 'role', 'raised']);
  });

  it('leave life versions alone', () => {
    const office = roleOffice();
    office.fault(0, 'S1Interface=0', 'S1');
    office.fault(1, 'SctpLink=0', 'SCTP');
    expect(office.alarm('S1Interface=0')).toMatchObject({ version: 2, lifeVersion: 1 });
  });

  it('are parted at once where the effect has no restore window', () => {
    const office = roleOffice();
    office.fault(0, 'SctpLink=0', 'SCTP');
    office.fault(1, 'S1Interface=0', 'S1');
    office.ok(5 * S, 'SctpLink=0', 'SCTP');
    expect(office.roles).toEqual({ 'S1Interface=0': 'standalone' });
  });

  it('are parted after the restore window of the effect, 15 s at most', () => {
    const office = roleOffice();
    office.fault(0, 'SctpLink=0', 'SCTP');
    office.fault(1, 'Cell=1', 'CELL');
    office.ok(5 * S, 'SctpLink=0', 'SCTP');
    expect(office.roles).toEqual({ 'Cell=1': 'symptom of SctpLink=0' });
    office.passTo(20 * S - 1);
    expect(office.roles).toEqual({ 'Cell=1': 'symptom of SctpLink=0' });
    office.passTo(20 * S);
    expect(office.roles).toEqual({ 'Cell=1': 'standalone' });
  });

  it('stay together while the effect is about to clear as well', () => {
    const office = roleOffice();
    office.fault(0, 'SctpLink=0', 'SCTP');
    office.fault(1, 'Cell=1', 'CELL');
    office.ok(5 * S, 'SctpLink=0', 'SCTP');
    office.ok(6 * S, 'Cell=1', 'CELL');
    office.passTo(20.5 * S);
    expect(office.roles).toEqual({ 'Cell=1': 'symptom of SctpLink=0' });
    office.passTo(21 * S);
    expect(office.roles).toEqual({});
    expect(office.cleared.at(-1)).toMatchObject({ object: 'Cell=1', correlation: { role: 'symptom' } });
    // The link became a root; nothing else was ever told.
    expect(office.kinds.filter((kind) => kind === 'role')).toHaveLength(1);
  });

  it('are parted where the effect is to clear, but not soon', () => {
    const office = roleOffice();
    office.fault(0, 'SctpLink=0', 'SCTP');
    office.fault(1, 'Cell=1', 'CELL');
    office.ok(5 * S, 'SctpLink=0', 'SCTP');
    office.ok(14 * S, 'Cell=1', 'CELL');
    office.passTo(20 * S);
    expect(office.roles).toEqual({ 'Cell=1': 'standalone' });
  });

  it('are parted late where the effect fails again while it was about to clear', () => {
    const office = roleOffice();
    office.fault(0, 'SctpLink=0', 'SCTP');
    office.fault(1, 'Cell=1', 'CELL');
    office.ok(5 * S, 'SctpLink=0', 'SCTP');
    office.ok(6 * S, 'Cell=1', 'CELL');
    office.fault(20.5 * S, 'Cell=1', 'CELL');
    office.passTo(22 * S);
    expect(office.roles).toEqual({ 'Cell=1': 'standalone' });
  });

  it('are the same after a restart', () => {
    const office = roleOffice();
    office.fault(0, 'SctpLink=0', 'SCTP');
    office.fault(1, 'S1Interface=0', 'S1');
    const later = office.restarted();
    later.fault(2, 'S1Interface=1', 'S1');
    expect(later.roles).toEqual({
      'SctpLink=0': 'root',
      'S1Interface=0': 'symptom of SctpLink=0',
      'S1Interface=1': 'symptom of SctpLink=0',
    });
    expect(later.kinds.slice(office.kinds.length)).toEqual(['raised']);
  });
});

describe('a chain whose cause clears', () => {
  it('keeps its first cause until what is left stands on its own', () => {
    const office = roleOffice();
    office.fault(0, 'Hub=1', 'HUB');
    office.fault(1, 'Cell=1', 'CELL');
    office.fault(2, 'Guest=1', 'CELL');
    expect(office.roles).toMatchObject({ 'Cell=1': 'symptom of Hub=1', 'Guest=1': 'symptom of Hub=1' });
    office.ok(5 * S, 'Hub=1', 'HUB');
    expect(office.roles).toEqual({ 'Cell=1': 'symptom of Hub=1', 'Guest=1': 'symptom of Hub=1' });
    office.passTo(20 * S);
    expect(office.roles).toEqual({ 'Cell=1': 'root', 'Guest=1': 'symptom of Cell=1' });
  });
});

describe('a topology', () => {
  it('ties alarms that are active already, and unties them when it changes', () => {
    const office = roleOffice();
    office.put(0, { objects: [] });
    office.fault(1, 'SctpLink=0', 'SCTP');
    office.fault(2, 'S1Interface=0', 'S1');
    expect(office.roles['S1Interface=0']).toBe('standalone');
    office.put(3, { objects: [{ object: 'S1Interface=0', requires: [['SctpLink=0']] }] });
    expect(office.roles['S1Interface=0']).toBe('symptom of SctpLink=0');
    office.put(4, { objects: [] });
    expect(office.roles['S1Interface=0']).toBe('standalone');
  });

  it('that leaves an object unable to work says so', () => {
    const office = roleOffice();
    const [result] = office.put(0, {
      objects: [
        { object: 'Rru=1', requires: [['Rru=2']] },
        { object: 'Rru=2', requires: [['Rru=1']] },
      ],
    });
    expect(result).toMatchObject({
      warnings: [expect.stringContaining('Rru=1 cannot work'), expect.stringContaining('Rru=2 cannot work')],
    });
  });

  it('that leaves an object unable to work says so whatever is active', () => {
    const office = roleOffice();
    office.disconnected(0);
    office.fault(1, 'Rru=1', 'CELL');
    const ring = {
      objects: [
        { object: 'Rru=1', requires: [['Rru=2']] },
        { object: 'Rru=2', requires: [['Rru=1']] },
        { object: 'Cell=1', requires: [{ share: ['Rru=1', 'Rru=2'] }] },
        { object: 'Cell=2', requires: [['Rru=1', 'Rru=3']] },
      ],
    };
    const [result] = office.put(2, ring);
    expect(result?.refused === undefined && result?.warnings).toEqual([
      expect.stringContaining('Rru=1 cannot work'),
      expect.stringContaining('Rru=2 cannot work'),
      expect.stringContaining('Cell=1 cannot work'),
    ]);
    office.fault(3, 'Rru=3', 'HUB');
    const [repeated] = office.put(4, { requires: [['Power=1']], ...ring });
    expect(repeated?.refused === undefined && repeated?.warnings).toHaveLength(3);
  });

  it('goes with its NE', () => {
    const office = roleOffice();
    office.fault(0, 'SctpLink=0', 'SCTP');
    office.fault(1, 'S1Interface=0', 'S1');
    office.removeNe(2);
    expect(office.roles).toEqual({});
    expect(office.cleared).toHaveLength(2);
  });
});

describe('the 301 of an NE', () => {
  it('is the root of what was open on it, stale as that is', () => {
    const office = roleOffice();
    office.fault(0, 'S1Interface=0', 'S1');
    office.disconnected(1);
    expect(office.roles).toEqual({ '': 'root', 'S1Interface=0': 'symptom of ' });
    expect(office.alarm('S1Interface=0')).toMatchObject({ stale: true, version: 2 });
    office.reconnected(2);
    expect(office.roles).toEqual({ 'S1Interface=0': 'standalone' });
  });
});
