import { expect, it } from 'vitest';
import type { AlarmAction } from './alarm-action.js';
import { auditedActions } from './audited-command.js';

it('says of each action that was done how the alarm was and has become, and nothing of others', () => {
  const actions: AlarmAction[] = [
    { action: 'acknowledge', id: 'a' },
    { action: 'acknowledge', id: 'b', comment: 'on the way' },
    { action: 'unacknowledge', id: 'c' },
    { action: 'clear', id: 'd', comment: 'done' },
    { action: 'comment', id: 'e', comment: 'hm' },
  ];
  const outcomes = actions.map(({ id }) => ({ id, outcome: 'done' }) as const);
  const refused = { id: 'a', outcome: 'conflict', reason: 'already acknowledged' } as const;
  const act = (done: NonNullable<Parameters<typeof auditedActions>[1]['outcomes']>) =>
    auditedActions({ kind: 'act-on-alarms', actions, by: 'li' }, { outcomes: done });
  expect(act(outcomes)).toEqual([
    {
      ...{ action: 'acknowledge-alarm', target: 'alarm a' },
      ...{ before: { ack: 'unacknowledged' }, after: { ack: 'acknowledged' } },
    },
    {
      ...{ action: 'acknowledge-alarm', target: 'alarm b' },
      ...{ before: { ack: 'unacknowledged' }, after: { ack: 'acknowledged', comment: 'on the way' } },
    },
    {
      ...{ action: 'unacknowledge-alarm', target: 'alarm c' },
      ...{ before: { ack: 'acknowledged' }, after: { ack: 'unacknowledged' } },
    },
    {
      ...{ action: 'clear-alarm', target: 'alarm d' },
      ...{ before: { state: 'active' }, after: { state: 'cleared', comment: 'done' } },
    },
    { action: 'comment-alarm', target: 'alarm e', before: null, after: { comment: 'hm' } },
  ]);
  expect(act([refused, ...outcomes.slice(1)])).toHaveLength(4);
});
