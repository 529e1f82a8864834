import { expect, test } from 'vitest';
import { anAlarm } from '../testing/an-alarm.js';
import { everythingActive } from './alarm-view.js';
import { type LiveEffect, type LiveInput, type LiveList, newLiveList, stepLiveList } from './live-list.js';

/** Plays inputs and collects what is to be done, input by input. */
function play(inputs: readonly LiveInput[], from: LiveList = newLiveList(everythingActive)) {
  let list = from;
  const effects: (readonly LiveEffect[])[] = [];
  for (const input of inputs) {
    const step = stepLiveList(list, input);
    list = step.list;
    effects.push(step.effects);
  }
  return { list, effects, last: effects.at(-1) ?? [] };
}

const a = anAlarm('a');
const b = anAlarm('b');
const connected: LiveInput = { type: 'connected' };
const disconnected: LiveInput = { type: 'disconnected' };
const answer = (ask: number, cursor: string, more?: boolean): LiveInput => ({
  type: 'answer',
  ask,
  answer: { cursor, snapshot: [a], ...(more && { more }) },
});
const refuse = (ask: number): LiveInput => ({
  type: 'answer',
  ask,
  answer: { error: { title: 'Bad Request', status: 400, detail: 'no' } },
});
const changes = (cursor: string): LiveInput => ({
  type: 'changes',
  changes: { cursor, changes: [{ op: 'upsert', alarm: b }] },
});

test('a first connection asks without a cursor', () => {
  expect(play([connected]).last).toEqual([
    { type: 'subscribe', ask: 1, request: { filter: { state: 'active', shelved: 'false' } } },
  ]);
});

test('the answer replaces what was there', () => {
  expect(play([connected, answer(1, 'c1')]).last).toEqual([
    { type: 'begin', clear: true },
    { type: 'put', alarms: [a] },
    { type: 'total', total: null },
    { type: 'end' },
  ]);
});

test('a reconnection asks from the cursor of the last change', () => {
  const { last } = play([connected, answer(1, 'c1'), changes('c2'), disconnected, connected]);
  expect(last).toEqual([
    { type: 'subscribe', ask: 2, request: { filter: { state: 'active', shelved: 'false' }, cursor: 'c2' } },
  ]);
});

test('without a snapshot in the answer the rows stay and changes go on', () => {
  const { list, effects } = play([
    connected,
    answer(1, 'c1'),
    disconnected,
    connected,
    { type: 'answer', ask: 2, answer: { cursor: 'c3', snapshot: null } },
    changes('c4'),
  ]);
  expect(effects[4]).toEqual([]);
  expect(effects[5]).toEqual([{ type: 'apply', changes: [{ op: 'upsert', alarm: b }] }]);
  expect(list.cursor).toBe('c4');
});

test('a snapshot after a reconnection keeps rows until its end', () => {
  const { last } = play([connected, answer(1, 'c1'), disconnected, connected, answer(2, 'c9')]);
  expect(last[0]).toEqual({ type: 'begin', clear: false });
});

test('parts of a snapshot are put together under one beginning and one end', () => {
  const part = (number: number, more: boolean): LiveInput => ({
    type: 'snapshot',
    snapshot: { cursor: `c${number}`, snapshot: [b], part: number, ...(more && { more }) },
  });
  const { effects, list } = play([connected, answer(1, 'c0', true), part(1, true), part(2, false)]);
  expect(effects.flat().map(({ type }) => type)).toEqual([
    'subscribe',
    'begin',
    'put',
    'total',
    'put',
    'put',
    'end',
  ]);
  expect(list).toMatchObject({ phase: 'live', cursor: 'c2' });
});

test('a snapshot that begins anew between two parts drops what came before it', () => {
  const { effects, list } = play([
    connected,
    answer(1, 'c1', true),
    { type: 'snapshot', snapshot: { cursor: 'c5', snapshot: [b] } },
  ]);
  expect(effects.at(-1)?.map(({ type }) => type)).toEqual(['begin', 'put', 'total', 'end']);
  expect(list).toMatchObject({ phase: 'live', cursor: 'c5' });
});

test('a total beside changes is told', () => {
  const counted: LiveInput = { type: 'changes', changes: { cursor: 'c2', changes: [], total: 7 } };
  expect(play([connected, answer(1, 'c1'), counted]).last).toEqual([
    { type: 'apply', changes: [] },
    { type: 'total', total: 7 },
  ]);
});

test('a connection lost between two parts is not resumed from their cursor', () => {
  const { last } = play([connected, answer(1, 'c1', true), disconnected, connected]);
  expect(last).toEqual([
    { type: 'subscribe', ask: 2, request: { filter: { state: 'active', shelved: 'false' } } },
  ]);
});

test('a change between two parts is applied but gives no cursor to resume from', () => {
  const { last, list } = play([connected, answer(1, 'c1', true), changes('c2')]);
  expect(last.map(({ type }) => type)).toEqual(['apply']);
  expect(list.cursor).toBeNull();
});

test('an unasked snapshot replaces the rows at its end', () => {
  const { last, list } = play([
    connected,
    answer(1, 'c1'),
    { type: 'snapshot', snapshot: { cursor: 'c7', snapshot: [b] } },
  ]);
  expect(last.map(({ type }) => type)).toEqual(['begin', 'put', 'total', 'end']);
  expect(list.cursor).toBe('c7');
});

test('another view asks anew without a cursor and drops the rows of the one before', () => {
  const view = { ...everythingActive, q: 'Cell=3' };
  const { effects } = play([connected, answer(1, 'c1'), { type: 'view', view }, answer(2, 'c2')]);
  expect(effects[2]).toEqual([
    { type: 'subscribe', ask: 2, request: { filter: { state: 'active', shelved: 'false', q: 'Cell=3' } } },
  ]);
  expect(effects[3]?.[0]).toEqual({ type: 'begin', clear: true });
});

test('what arrives between a question and its answer belongs to the old subscription', () => {
  const view = { ...everythingActive, ne: 'eNB-1' };
  expect(play([connected, answer(1, 'c1'), { type: 'view', view }, changes('c2')]).last).toEqual([]);
});

test('an answer to an older question counts for nothing', () => {
  const view = { ...everythingActive, ne: 'eNB-1' };
  const { last, list } = play([connected, { type: 'view', view }, answer(1, 'c1')]);
  expect(last).toEqual([]);
  expect(list.phase).toBe('asking');
});

test('a cursor that is refused is given up', () => {
  const { last } = play([connected, answer(1, 'c1'), disconnected, connected, refuse(2)]);
  expect(last).toEqual([
    { type: 'subscribe', ask: 3, request: { filter: { state: 'active', shelved: 'false' } } },
  ]);
});

test('a refusal without a cursor is told, and a retry asks again', () => {
  const { effects, list } = play([connected, refuse(1), { type: 'retry' }]);
  expect(effects[1]).toEqual([
    { type: 'refused', error: { title: 'Bad Request', status: 400, detail: 'no' } },
  ]);
  expect(effects[2]?.[0]).toMatchObject({ type: 'subscribe', ask: 2 });
  expect(list.phase).toBe('asking');
});

test('the history is asked for as a window of the newest', () => {
  const view = { ...everythingActive, state: 'cleared' as const };
  expect(play([connected], newLiveList(view)).last).toEqual([
    {
      type: 'subscribe',
      ask: 1,
      request: { filter: { state: 'cleared', shelved: 'false' }, sort: '-raisedAt', limit: 1000 },
    },
  ]);
});
