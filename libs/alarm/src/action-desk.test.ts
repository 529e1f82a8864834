import { beforeEach, describe, expect, it } from 'vitest';
import type { Alarm } from './alarm.js';
import type { AlarmAction } from './alarm-action.js';
import type { Command } from './commands.js';
import { LinkScript } from './testing/link-script.js';
import { CELL, INTERFACE, STANDING_WAVE } from './testing/test-catalogue.js';
import { TestOffice } from './testing/test-office.js';

const S = 1000;
const T0 = 1_000 * S;
const TX = 'Rru=0-60-0,TxChannel=0';

describe('an operator', () => {
  let office: TestOffice;
  let link: LinkScript;

  beforeEach(() => {
    office = new TestOffice();
    link = new LinkScript('eNB-1');
    office.at(T0, link.add(), link.heard(T0));
  });

  const command = (...actions: AlarmAction[]): Command => ({
    kind: 'act-on-alarms',
    actions,
    by: 'kim',
    stored: actions
      .flatMap(({ id }) => office.alarms.get(id) ?? [])
      .filter(({ state }) => state === 'cleared'),
  });
  const act = (now: number, ...actions: AlarmAction[]) => {
    const [result] = office.at(now, command(...actions));
    if (result === undefined || result.refused !== undefined) throw new Error('refused');
    return result.outcomes?.map(({ outcome, reason }) =>
      reason === undefined ? outcome : `${outcome}: ${reason}`,
    );
  };
  const alarm = (): Alarm => [...office.alarms.values()].at(-1) as Alarm;
  const raised = (alarmId = INTERFACE, details = {}): Alarm => {
    office.at(T0, link.says('fault', T0, TX, alarmId, details));
    return alarm();
  };

  it('acknowledges an alarm, once, and takes it back', () => {
    const { id } = raised();
    expect(act(T0 + 1, { action: 'acknowledge', id })).toEqual(['done']);
    expect(alarm()).toMatchObject({
      ack: { state: 'acknowledged', by: 'kim', at: T0 + 1 },
      version: 2,
      lifeVersion: 2,
    });
    expect(act(T0 + 2, { action: 'acknowledge', id })).toEqual(['conflict: already acknowledged by kim']);
    expect(act(T0 + 3, { action: 'unacknowledge', id }, { action: 'unacknowledge', id })).toEqual([
      'done',
      'conflict: not acknowledged',
    ]);
    expect(alarm().ack).toEqual({ state: 'unacknowledged', by: 'kim', at: T0 + 3 });
  });

  it('says something with any action, which is kept beside the alarm', () => {
    const { id } = raised();
    act(
      T0 + 1,
      { action: 'acknowledge', id, comment: 'on it' },
      { action: 'comment', id, comment: 'no power' },
    );
    act(T0 + 2, { action: 'clear', id, comment: 'mended' });
    expect(alarm()).toMatchObject({ comments: 3, lifeVersion: 4 });
    expect(office.comments.map(({ at, by, text, alarm: of }) => [at, by, text, of])).toEqual([
      [T0 + 1, 'kim', 'on it', id],
      [T0 + 1, 'kim', 'no power', id],
      [T0 + 2, 'kim', 'mended', id],
    ]);
    expect(office.changes.map(({ kind, by }) => [kind, by])).toEqual([
      ['raised', undefined],
      ['acknowledged', 'kim'],
      ['commented', 'kim'],
      ['cleared', 'kim'],
    ]);
  });

  it('acts on a cleared alarm as it is stored, also several times in one batch', () => {
    const { id } = raised();
    office.at(T0 + 1, link.says('ok', T0 + 1, TX, INTERFACE));
    expect(act(T0 + 2, { action: 'acknowledge', id }, { action: 'acknowledge', id })).toEqual([
      'done',
      'conflict: already acknowledged by kim',
    ]);
    expect(act(T0 + 3, { action: 'clear', id })).toEqual(['conflict: already cleared']);
    expect(alarm()).toMatchObject({ state: 'cleared', ack: { state: 'acknowledged' }, lifeVersion: 3 });
  });

  it('acts on an alarm that is cleared in the same batch', () => {
    const { id } = raised();
    const asked = command({ action: 'acknowledge', id });
    office.at(T0 + 1, link.says('ok', T0 + 1, TX, INTERFACE), asked);
    expect(alarm()).toMatchObject({ state: 'cleared', ack: { state: 'acknowledged' }, lifeVersion: 3 });
  });

  it('does nothing to an alarm that is another one than was seen', () => {
    const { id } = raised();
    expect(act(T0 + 1, { action: 'acknowledge', id, lifeVersion: 2 })).toEqual([
      'changed: the alarm has lifeVersion 1, not 2',
    ]);
    expect(act(T0 + 1, { action: 'acknowledge', id, lifeVersion: 1 })).toEqual(['done']);
    expect(act(T0 + 1, { action: 'acknowledge', id: 'nothing' })).toEqual([
      'not-found: there is no alarm nothing',
    ]);
    expect(office.changes).toHaveLength(2);
  });

  it('clears an alarm for good until the device says ok', () => {
    raised(CELL);
    office.passTo(T0 + 90 * S);
    const cell = alarm();
    act(T0 + 100 * S, { action: 'clear', id: cell.id });
    expect(alarm()).toMatchObject({ state: 'cleared', clearedBy: 'operator', clearedAt: T0 + 100 * S });
    office.at(T0 + 200 * S, link.says('fault', T0 + 200 * S, TX, CELL));
    office.at(T0 + 300 * S, {
      kind: 'link-sync',
      ne: 'eNB-1',
      epoch: link.epoch,
      seq: link.seq,
      faults: [{ object: TX, alarmId: CELL, since: T0 }],
      arrivedAt: T0 + 300 * S,
    });
    const later = office.restarted();
    later.at(T0 + 400 * S, link.heard(T0 + 400 * S));
    for (const each of [office, later]) {
      each.passTo(T0 + 3_000 * S);
      expect(each.active).toEqual([]);
      expect(each.writer.pending).toEqual({ raise: 0, clear: 0 });
    }
    const [ok, fault] = [3_000, 3_001].map((s, i) =>
      link.says(i === 0 ? 'ok' : 'fault', T0 + s * S, TX, CELL),
    );
    for (const each of [office, later]) {
      each.at(T0 + 3_001 * S, ok as Command, fault as Command);
      each.passTo(T0 + 3_091 * S);
      expect(each.active).toMatchObject([{ faultAt: T0 + 3_001 * S, raisedAt: T0 + 3_091 * S }]);
    }
  });

  it('ends the restore window with the alarm', () => {
    raised(CELL);
    office.passTo(T0 + 90 * S);
    office.at(T0 + 95 * S, link.says('ok', T0 + 95 * S, TX, CELL));
    act(T0 + 96 * S, { action: 'clear', id: alarm().id });
    office.at(T0 + 97 * S, link.says('fault', T0 + 97 * S, TX, CELL));
    office.passTo(T0 + 300 * S);
    expect(office.active).toMatchObject([{ faultAt: T0 + 97 * S, raisedAt: T0 + 187 * S }]);
  });

  it('clears what the device keeps shut: its ok does not, but ends the quiet', () => {
    raised(STANDING_WAVE, { info: { vswrSwitch: 'on' } });
    office.at(T0 + 1, link.says('ok', T0 + 1, TX, STANDING_WAVE));
    expect(office.active).toHaveLength(1);
    act(T0 + 2, { action: 'clear', id: alarm().id });
    office.at(T0 + 3, link.says('fault', T0 + 3, TX, STANDING_WAVE));
    expect(office.active).toEqual([]);
    office.at(
      T0 + 4,
      link.says('ok', T0 + 4, TX, STANDING_WAVE),
      link.says('fault', T0 + 5, TX, STANDING_WAVE),
    );
    expect(office.active).toHaveLength(1);
  });

  it('clears an alarm of a link that is down, and what comes with the link decides afresh', () => {
    const { id } = raised();
    office.at(T0 + 1 * S, link.held(T0 + 1 * S));
    expect(act(T0 + 10 * S, { action: 'clear', id })).toEqual(['done']);
    // It came and went while nobody listened.
    office.at(
      T0 + 20 * S,
      link.says('ok', T0 + 5 * S, TX, INTERFACE),
      link.says('fault', T0 + 6 * S, TX, INTERFACE),
    );
    office.at(T0 + 20 * S, link.heard(T0 + 20 * S));
    expect(office.active).toMatchObject([{ faultAt: T0 + 10 * S }]);
  });

  it('does not clear what clears by itself', () => {
    office.at(T0 + S, {
      kind: 'link-disconnected',
      ne: 'eNB-1',
      faultAt: T0,
      at: T0 + S,
      reason: 'timeout',
    });
    expect(act(T0 + 2 * S, { action: 'clear', id: alarm().id })).toEqual([
      'conflict: 301 is not cleared by hand: it clears by itself as soon as the NE answers again',
    ]);
    expect(act(T0 + 2 * S, { action: 'acknowledge', id: alarm().id })).toEqual(['done']);
    office.at(T0 + 3 * S, { kind: 'link-reconnected', ne: 'eNB-1', at: T0 + 3 * S });
    expect(alarm()).toMatchObject({ state: 'cleared', ack: { state: 'acknowledged' } });
  });
});
