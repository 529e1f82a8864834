import { pageOf } from './alarm-query.js';
import type { Endpoint } from './endpoint.js';
import { openSessionResource, openSessionsQuery, otherSessionsQuery } from './open-session-resource.js';
import { passwordPost } from './people-resource.js';
import { sessionPost, sessionResource, whoami } from './session.js';

/** Signing in and out, and the sessions that are open. */
export const sessionEndpoints = {
  openSession: {
    method: 'POST',
    path: '/session',
    role: 'anyone',
    summary: 'Sign in',
    body: sessionPost,
    refuses: [403],
    answers: { status: 201, schema: sessionResource },
  },
  readSession: {
    method: 'GET',
    path: '/session',
    role: 'viewer',
    beforePasswordChange: true,
    summary: 'Who am I, and what is this system',
    answers: { status: 200, schema: whoami },
  },
  closeSession: {
    method: 'DELETE',
    path: '/session',
    role: 'viewer',
    beforePasswordChange: true,
    summary: 'Sign out',
    refuses: [409],
    answers: { status: 204 },
  },
  changePassword: {
    method: 'POST',
    path: '/session/password',
    role: 'viewer',
    beforePasswordChange: true,
    summary: 'Change one’s own password; all sessions end, and the answer is a new one',
    body: passwordPost,
    refuses: [409],
    answers: { status: 200, schema: sessionResource },
  },
  listSessions: {
    method: 'GET',
    path: '/sessions',
    role: 'viewer',
    summary: 'Your open sessions, those of another user for an admin; the latest begun first, by pages',
    query: openSessionsQuery,
    refuses: [404],
    answers: { status: 200, schema: pageOf(openSessionResource) },
  },
  endOtherSessions: {
    method: 'DELETE',
    path: '/sessions',
    role: 'viewer',
    summary: 'End all your sessions but this one, all of another user for an admin, and what is open by them',
    query: otherSessionsQuery,
    refuses: [404, 409],
    answers: { status: 204 },
  },
  endSession: {
    method: 'DELETE',
    path: '/sessions/:id',
    role: 'viewer',
    summary: 'End a session of yours, of anybody for an admin, and what is open by it',
    refuses: [404, 409],
    answers: { status: 204 },
  },
} as const satisfies Record<string, Endpoint>;
