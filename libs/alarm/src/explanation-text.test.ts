import { describe, expect, it } from 'vitest';
import { explanationText, HIDDEN_MEMBER } from './explanation-text.js';
import { roleOffice } from './testing/role-office.js';
import { testCatalogue } from './testing/test-catalogue.js';

function explained(office: ReturnType<typeof roleOffice>, object: string) {
  const alarm = office.alarm(object);
  if (alarm === undefined) throw new Error(`no alarm on ${object}`);
  const roots = alarm.correlation.rootIds.flatMap((id) => office.byId(id) ?? []);
  const path = office.writer.explanationPath(alarm.id);
  return {
    path,
    text: explanationText({ alarm, roots, path, symptoms: office.symptomsOf(alarm.id) }, testCatalogue),
  };
}

describe('the explanation of an alarm', () => {
  it('leads a symptom through what it requires to its root', () => {
    const office = roleOffice();
    office.fault(0, 'Hub=1', 'HUB');
    office.fault(1, 'Guest=1', 'CELL');
    const { path, text } = explained(office, 'Guest=1');
    const root = office.alarm('Hub=1')?.id;
    expect(path).toEqual([
      { ne: 'a', object: 'Guest=1', state: 'out', because: 'group', group: ['a//Cell=1'] },
      { ne: 'a', object: 'Cell=1', state: 'out', because: 'group', group: ['a//Hub=1'] },
      { ne: 'a', object: 'Hub=1', state: 'out', because: 'alarm', alarm: root },
    ]);
    expect(text.en).toBe(
      'Alarm (29243) on a Guest=1 is a symptom of Alarm (25952) on a Hub=1: a Guest=1 is out, since it requires Cell=1, which requires Hub=1.',
    );
    expect(text.zh).toContain('由a Hub=1 的“告警”（25952）引起');
  });

  it('says of a cause that cleared a moment ago that it did', () => {
    const office = roleOffice();
    office.fault(0, 'SctpLink=0', 'SCTP');
    office.fault(1, 'Cell=1', 'CELL');
    office.ok(2, 'SctpLink=0', 'SCTP');
    const { path, text } = explained(office, 'Cell=1');
    expect(path).toEqual([]);
    expect(text.en).toContain('which has just cleared');
  });

  it('counts the symptoms of a root', () => {
    const office = roleOffice();
    office.fault(0, 'SctpLink=0', 'SCTP');
    office.fault(1, 'S1Interface=0', 'S1');
    expect(explained(office, 'SctpLink=0').text.en).toContain(
      'is a root cause: 1 other alarm is its symptom',
    );
  });

  it('says of an alarm without either that it stands on its own', () => {
    const office = roleOffice();
    office.fault(0, 'S1Interface=0', 'S1');
    expect(explained(office, 'S1Interface=0').text.en).toContain('stands on its own');
  });

  it('tells of a cleared alarm what it was', () => {
    const office = roleOffice();
    office.fault(0, 'SctpLink=0', 'SCTP');
    office.fault(1, 'Cell=1', 'CELL');
    office.ok(2, 'SctpLink=0', 'SCTP');
    office.ok(3, 'Cell=1', 'CELL');
    office.passTo(20_000);
    const textOf = (object: string) => {
      const alarm = office.cleared.find((cleared) => cleared.object === object);
      if (alarm === undefined) throw new Error(`no cleared alarm on ${object}`);
      const roots = alarm.correlation.rootIds.flatMap((id) => office.byId(id) ?? []);
      return explanationText({ alarm, roots, path: [], symptoms: 0 }, testCatalogue).en;
    };
    expect(textOf('Cell=1')).toContain('It was a symptom of Alarm (25888) on a SctpLink=0.');
    expect(textOf('SctpLink=0')).toContain('It was a root cause');
  });

  it('says of what may not be seen that it is there, but not what it is', () => {
    const office = roleOffice();
    office.fault(0, 'Hub=1', 'HUB');
    office.fault(1, 'Guest=1', 'CELL');
    const textOf = (object: string, symptoms = 0) => {
      const alarm = office.alarm(object);
      if (alarm === undefined) throw new Error(`no alarm on ${object}`);
      return explanationText({ alarm, roots: [], path: [], symptoms, isPartHidden: true }, testCatalogue).en;
    };
    expect(textOf('Guest=1')).toBe(
      'Alarm (29243) on a Guest=1 is a symptom of an alarm outside of the NEs that you may see.',
    );
    expect(textOf('Hub=1')).toBe(
      'Alarm (25952) on a Hub=1 is a root cause of alarms outside of the NEs that you may see.',
    );
    expect(textOf('Hub=1', 2)).toBe(
      'Alarm (25952) on a Hub=1 is a root cause of 2 alarms here and of alarms outside of the NEs that you may see.',
    );
  });

  it('names the members of a group that may be seen, and stands a sign for the others', () => {
    const office = roleOffice();
    office.fault(0, 'Hub=1', 'HUB');
    office.fault(1, 'Guest=1', 'CELL');
    const [alarm, root] = [office.alarm('Guest=1'), office.alarm('Hub=1')];
    if (alarm === undefined || root === undefined) throw new Error('no alarms');
    const [step] = office.writer.explanationPath(alarm.id);
    const path = step === undefined ? [] : [{ ...step, group: ['a//Cell=1', HIDDEN_MEMBER] }];
    const { en } = explanationText({ alarm, roots: [root], path, symptoms: 0 }, testCatalogue);
    expect(en).toContain('since it requires Cell=1 / ….');
  });
});
