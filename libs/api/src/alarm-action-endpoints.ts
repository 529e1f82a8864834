import { z } from 'zod';
import {
  alarmActionPost,
  alarmActionsPost,
  alarmActionsResource,
  alarmCommentPost,
  alarmCommentResource,
} from './alarm-action-resource.js';
import { alarmLives, livesQuery } from './alarm-lives.js';
import { pageOf } from './alarm-query.js';
import { alarmResource } from './alarm-resource.js';
import type { Endpoint } from './endpoint.js';

const page = z.strictObject({
  cursor: z.string().max(400).optional(),
  limit: z.coerce.number().int().min(1).max(1000).default(100),
});

/** What operators do to alarms. `If-Match` holds the `lifeVersion` that an alarm must have; where it has another, 412. */
export const alarmActionEndpoints = {
  acknowledgeAlarm: {
    method: 'POST',
    path: '/alarms/:id/acknowledge',
    role: 'operator',
    summary: 'Acknowledge an alarm; 409 where it is already',
    body: alarmActionPost,
    refuses: [404, 409, 412],
    answers: { status: 200, schema: alarmResource },
  },
  unacknowledgeAlarm: {
    method: 'POST',
    path: '/alarms/:id/unacknowledge',
    role: 'operator',
    summary: 'Take an acknowledgement back; 409 where there is none',
    body: alarmActionPost,
    refuses: [404, 409, 412],
    answers: { status: 200, schema: alarmResource },
  },
  clearAlarm: {
    method: 'POST',
    path: '/alarms/:id/clear',
    role: 'operator',
    summary: 'Clear an alarm by hand; 409 where it is cleared, or clears by itself (301 and derived alarms)',
    body: alarmActionPost,
    refuses: [404, 409, 412],
    answers: { status: 200, schema: alarmResource },
  },
  commentAlarm: {
    method: 'POST',
    path: '/alarms/:id/comments',
    role: 'operator',
    summary: 'Say something about an alarm',
    body: alarmCommentPost,
    refuses: [404, 412],
    answers: { status: 200, schema: alarmResource },
  },
  listAlarmComments: {
    method: 'GET',
    path: '/alarms/:id/comments',
    role: 'viewer',
    summary: 'What was said about an alarm, oldest first, by pages',
    query: page,
    refuses: [404],
    answers: { status: 200, schema: pageOf(alarmCommentResource) },
  },
  listLives: {
    method: 'GET',
    path: '/alarms/:id/lives',
    role: 'viewer',
    summary: 'Which life of its key an alarm is, and the lives before it, the last one first',
    query: livesQuery,
    refuses: [404],
    answers: { status: 200, schema: alarmLives },
  },
  actOnAlarms: {
    method: 'POST',
    path: '/alarms/actions',
    role: 'operator',
    summary: 'One action on many alarms; each is answered by itself, in order',
    body: alarmActionsPost,
    answers: { status: 200, schema: alarmActionsResource },
  },
} as const satisfies Record<string, Endpoint>;
