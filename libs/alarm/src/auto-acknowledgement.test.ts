import { describe, expect, it } from 'vitest';
import type { AutoAcknowledgement } from './auto-acknowledge.js';
import type { Command } from './commands.js';
import { LinkScript } from './testing/link-script.js';
import { INTERFACE } from './testing/test-catalogue.js';
import { TestOffice } from './testing/test-office.js';
import type { TypeChange } from './type-settings.js';

const T0 = 1_000_000;

const set = (setting: AutoAcknowledgement): Command => ({
  kind: 'set-auto-acknowledgement',
  setting,
  by: 'engineer',
});
const ofType = (change: TypeChange): Command => ({
  kind: 'change-alarm-type',
  alarmId: INTERFACE,
  change,
  by: 'engineer',
});

/** An office with one link, and what has become of each of its alarms' changes. */
function linkOffice(...settings: Command[]) {
  const office = new TestOffice();
  const link = new LinkScript('eNB-1');
  office.at(0, link.add());
  office.at(1, link.heard(1), ...settings);
  const kinds = () => office.changes.map(({ kind, by }) => (by === undefined ? kind : `${kind} by ${by}`));
  return { office, link, kinds };
}

describe('what is acknowledged by itself', () => {
  it('is nothing, unless it was set', () => {
    const { office, link, kinds } = linkOffice();
    office.at(T0, link.says('fault', T0, 'S1Interface=0', INTERFACE));
    office.at(T0 + 1, link.says('ok', T0 + 1, 'S1Interface=0', INTERFACE));
    expect(kinds()).toEqual(['raised', 'cleared']);
  });

  it('is an alarm of a severity with its clear, or at once', () => {
    const { office, link, kinds } = linkOffice(set({ major: 'cleared' }));
    office.at(T0, link.says('fault', T0, 'S1Interface=0', INTERFACE));
    expect(kinds()).toEqual(['raised']);
    office.at(T0 + 1, link.says('ok', T0 + 1, 'S1Interface=0', INTERFACE));
    expect(kinds()).toEqual(['raised', 'cleared', 'acknowledged by auto']);
    office.at(T0 + 2, set({ major: 'raised' }));
    office.at(T0 + 3, link.says('fault', T0 + 3, 'S1Interface=0', INTERFACE));
    expect(kinds().slice(3)).toEqual(['raised', 'acknowledged by auto']);
    expect(office.active.map(({ ack }) => ack)).toEqual([{ state: 'acknowledged', by: 'auto', at: T0 + 3 }]);
    office.at(T0 + 4, link.says('ok', T0 + 4, 'S1Interface=0', INTERFACE));
    expect(kinds().slice(5)).toEqual(['cleared']);
  });

  it('goes by the type before the severity', () => {
    const { office, link, kinds } = linkOffice(
      set({ major: 'raised' }),
      ofType({ autoAcknowledge: 'never' }),
    );
    office.at(T0, link.says('fault', T0, 'S1Interface=0', INTERFACE));
    expect(kinds()).toEqual(['raised']);
    office.at(T0 + 1, ofType({ autoAcknowledge: null }));
    office.at(T0 + 2, link.says('fault', T0 + 2, 'S1Interface=1', INTERFACE));
    expect(kinds()).toEqual(['raised', 'raised', 'acknowledged by auto']);
  });

  it('is acknowledged once where it is raised and cleared in one batch', () => {
    const { office, link, kinds } = linkOffice(set({ major: 'raised' }));
    office.at(
      T0,
      link.says('fault', T0, 'S1Interface=0', INTERFACE),
      link.says('ok', T0, 'S1Interface=0', INTERFACE),
    );
    expect(kinds()).toEqual(['raised', 'cleared', 'acknowledged by auto']);
  });

  it('is remembered over a restart', () => {
    const { office, link } = linkOffice(set({ major: 'cleared' }), ofType({ autoAcknowledge: 'raised' }));
    const again = office.restarted();
    again.at(T0, link.heard(T0));
    again.at(T0 + 1, link.says('fault', T0 + 1, 'S1Interface=0', INTERFACE));
    expect(again.active.map(({ ack }) => ack.state)).toEqual(['acknowledged']);
    expect(again.writer.typeSettings.autoAcknowledgement).toEqual({ major: 'cleared' });
  });
});

describe('the severity of a type in one NE', () => {
  it('goes before the severity of the type, for alarms raised from then on', () => {
    const { office, link } = linkOffice();
    office.at(T0, link.says('fault', T0, 'S1Interface=0', INTERFACE));
    office.at(T0 + 1, ofType({ severity: 'warning', neSeverities: { 'eNB-1': 'critical' } }));
    office.at(T0 + 2, link.says('fault', T0 + 2, 'S1Interface=1', INTERFACE));
    office.at(T0 + 3, ofType({ neSeverities: { 'eNB-1': null } }));
    office.at(T0 + 4, link.says('fault', T0 + 4, 'S1Interface=2', INTERFACE));
    expect(office.active.map(({ severity }) => severity)).toEqual(['major', 'critical', 'warning']);
  });

  it('cannot be set for an NE that is not registered, and goes with its NE', () => {
    const { office } = linkOffice();
    expect(office.at(T0, ofType({ neSeverities: { 'eNB-2': 'minor' } }))).toMatchObject([
      { refused: 'not-found', field: 'neSeverities.eNB-2' },
    ]);
    office.at(T0, ofType({ neSeverities: { 'eNB-1': 'minor' } }));
    office.at(T0, { kind: 'remove-ne', id: 'eNB-1', by: 'engineer' });
    expect(office.typeSettings.get(INTERFACE)).toEqual({ alarmId: INTERFACE });
  });
});
