import { fileURLToPath } from 'node:url';
import type { TrapMapper, Varbind } from '@omc/wire';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadTrapMap, readTrapMap } from './load-trap-map.js';

const FILE = fileURLToPath(new URL('../../../config/traps.yaml', import.meta.url));
const U2000 = '1.3.6.1.4.1.2011.2.15.1.7';
const text = (oid: string, value: string): Varbind => ({ oid, type: 4, value: Buffer.from(value) });
const integer = (oid: string, value: number): Varbind => ({ oid, type: 2, value });
const oidValue = (oid: string, value: string): Varbind => ({ oid, type: 6, value });

describe('the mappings that come with the OMC', () => {
  let mapper: TrapMapper;
  beforeAll(async () => {
    const loaded = await loadTrapMap(FILE);
    if (!loaded.ok) throw new Error(loaded.faults.join('\n'));
    mapper = loaded.mapper;
  });

  it.each([
    ['the index of the interface', [integer('1.3.6.1.2.1.2.2.1.1.7', 7)]],
    ['an index part of its status', [integer('1.3.6.1.2.1.2.2.1.8.7', 2)]],
  ])('make 90010 of linkDown and linkUp, by %s', (_, varbinds) => {
    const down = mapper.map({ oid: '1.3.6.1.6.3.1.1.5.3', varbinds });
    expect(down).toMatchObject({ kind: 'report', alarmId: 90010, state: 'fault', object: 'Interface=7' });
    const up = mapper.map({ oid: '1.3.6.1.6.3.1.1.5.4', varbinds });
    expect(up).toMatchObject({ kind: 'report', alarmId: 90010, state: 'ok', object: 'Interface=7' });
  });

  it('make nothing of a linkDown that names no interface', () => {
    const meaning = mapper.map({ oid: '1.3.6.1.6.3.1.1.5.3', varbinds: [] });
    expect(meaning).toMatchObject({ kind: 'unmapped', rule: 'linkDown' });
  });

  it.each(['1.3.6.1.6.3.1.1.5.1', '1.3.6.1.6.3.1.1.5.2'])('ask for a re-sync at %s', (oid) => {
    expect(mapper.map({ oid, varbinds: [] })).toMatchObject({ kind: 'resync', neCandidates: [] });
  });

  const pointer = (state: number) =>
    oidValue('1.3.6.1.2.1.118.1.2.2.1.13.0.11.1', `1.3.6.1.2.1.118.1.1.2.1.3.0.26122.${state}`);
  const resource = (oid: string) => oidValue('1.3.6.1.2.1.118.1.2.2.1.10.0.11.1', oid);

  it('read alarmActiveState and alarmClearState of RFC 3877', () => {
    const resourceId = resource('1.3.6.1.2.1.47.1.1.1.1.1.4');
    expect(mapper.map({ oid: '1.3.6.1.2.1.118.0.2', varbinds: [pointer(6), resourceId] })).toMatchObject({
      kind: 'report',
      alarmId: 26122,
      state: 'fault',
      severity: 'critical',
      object: 'Resource=1.3.6.1.2.1.47.1.1.1.1.1.4',
    });
    const varbinds = [pointer(1), resource('1.3.6.1.2.1.2.2.1.1.3')];
    expect(mapper.map({ oid: '1.3.6.1.2.1.118.0.3', varbinds })).toMatchObject({
      kind: 'report',
      alarmId: 26122,
      state: 'ok',
      object: 'Interface=3',
    });
  });

  it('read the pointer of an alarm list that has a name', () => {
    const named = `1.3.6.1.2.1.118.1.1.2.1.3.3.109.97.105.26122.4`;
    const varbinds = [oidValue('1.3.6.1.2.1.118.1.2.2.1.13.3.109.97.105.1', named), resource('0.0')];
    expect(mapper.map({ oid: '1.3.6.1.2.1.118.0.2', varbinds })).toMatchObject({
      alarmId: 26122,
      severity: 'minor',
    });
  });

  const u2000 = (flag: string, severity: string, object = 'Cell=3') => [
    text(`${U2000}.1.1.0`, 'eNB-100001'),
    text(`${U2000}.1.3.0`, object),
    text(`${U2000}.1.7.0`, severity),
    text(`${U2000}.1.8.0`, 'cell is down\r\n'),
    text(`${U2000}.1.10.0`, flag),
    text(`${U2000}.1.12.0`, '10.1.2.3'),
    integer(`${U2000}.1.26.0`, 29240),
  ];

  it.each([
    ['Fault', 'Critical', { state: 'fault', severity: 'critical' }],
    ['Change', '3', { state: 'fault', severity: 'minor' }],
    ['Recovery', 'Critical', { state: 'ok' }],
  ])('read a notification of U2000 with flag %s', (flag, severity, expected) => {
    const meaning = mapper.map({ oid: `${U2000}.1.0.3`, varbinds: u2000(flag, severity) });
    expect(meaning).toMatchObject({
      kind: 'report',
      alarmId: 29240,
      object: 'Cell=3',
      text: 'cell is down',
      neCandidates: ['eNB-100001', '10.1.2.3'],
      ...expected,
    });
  });

  it('keep an object of U2000 that is no name of an object', () => {
    const varbinds = u2000('Fault', 'Major', 'Cabinet No.=0, Slot No.=3');
    expect(mapper.map({ oid: `${U2000}.1.0.4`, varbinds })).toMatchObject({
      object: 'Object=Cabinet No._0_ Slot No._3',
    });
  });

  it.each([
    [`${U2000}.2.0.2`, []],
    [`${U2000}.7.1.0.9`, []],
    [`${U2000}.1.0.3`, u2000('Acknowledge', 'Major')],
  ])('take %s for no alarm', (oid, varbinds) => {
    expect(mapper.map({ oid, varbinds })).toMatchObject({ kind: 'ignore' });
  });

  it('leave alone what they do not know', () => {
    expect(mapper.map({ oid: '1.3.6.1.4.1.9999.0.1', varbinds: [] })).toMatchObject({ kind: 'unmapped' });
  });
});

describe('a file of mappings', () => {
  it.each([
    ['rules:\n  - name: a\n    notification: 1.3.9\n    action: delete\n', 4],
    ['rules:\n  - name: a\n    notification: 1.3.9\n', 2],
    ['rules:\n  - {name: a, notification: x, action: ignore}\n', 2],
    ['rules:\n  - name: a\n    notification: 1.3.9\n    action: ignore\n    colour: red\n', 5],
    [`rules:\n  - name: a\n    notification: 1.3.9\n    action: ignore\n    ne: "\${nobody}"\n`, 5],
    [
      'rules:\n- name: a\n  notification: 1.3.9\n  action: ignore\n  when:\n  - {varbind: 1.3, matches: "(a"}\n',
      6,
    ],
    ['rules:\n- name: a\n  notification: 1.3.9\n  action: ignore\n  when:\n  - {varbind: 1.3}\n', 6],
  ])('is refused with the line of what is wrong: %j', (yaml, line) => {
    const reading = readTrapMap(yaml);
    const lines = reading.ok ? [] : reading.faults.map((fault) => fault.line);
    expect([...new Set(lines)]).toEqual([line]);
  });

  it('has conditions of three kinds, and the first rule that holds counts', () => {
    const reading = readTrapMap(`
names: {kind: 1.3.1}
rules:
  - {name: exact, notification: 1.3.9.*, action: ignore, when: [{varbind: kind, is: [1, two]}]}
  - {name: begins, notification: 1.3.9.5, action: ignore, when: [{varbind: kind, startsWith: abc}]}
  - name: found
    notification: 1.3.9.*
    when: [{varbind: 1.3.1, matches: 'port (?P<port>\\d+)'}]
    alarmId: {of: "\${port}", map: {7: 26122}}
    state: ok
    object: Port=\${port},Row=\${kind#-1}
`);
    if (!reading.ok) throw new Error(JSON.stringify(reading.faults));
    const meaning = (value: string) =>
      reading.mapper.map({ oid: '1.3.9.5', varbinds: [text('1.3.1.4.2', value)] });
    expect(meaning('1')).toMatchObject({ rule: 'exact' });
    expect(meaning('abcd')).toMatchObject({ rule: 'begins' });
    expect(meaning('port 7')).toMatchObject({ rule: 'found', alarmId: 26122, object: 'Port=7,Row=2' });
    expect(meaning('port 8')).toMatchObject({ kind: 'unmapped', rule: 'found' });
    expect(meaning('3')).toMatchObject({ kind: 'unmapped' });
  });

  it('cannot be made slow by a pattern', () => {
    const reading = readTrapMap(
      "rules: [{name: a, notification: 1.3.9, action: ignore, when: [{varbind: 1.3.1, matches: '^(a+)+$'}]}]",
    );
    if (!reading.ok) throw new Error('refused');
    const varbinds = [text('1.3.1', `${'a'.repeat(4000)}!`)];
    expect(reading.mapper.map({ oid: '1.3.9', varbinds })).toMatchObject({ kind: 'unmapped' });
  });
});
