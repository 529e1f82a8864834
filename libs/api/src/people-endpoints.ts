import { z } from 'zod';
import { pageOf } from './alarm-query.js';
import { auditExportQuery, auditQuery, auditResource } from './audit-resource.js';
import type { Endpoint } from './endpoint.js';
import { pageQuery } from './page-query.js';
import { passwordPost, userPatch, userPost, userResource } from './people-resource.js';
import { sessionPost, sessionResource, whoami } from './session.js';

/** Sessions, users, and who did what. */
export const peopleEndpoints = {
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
    answers: { status: 200, schema: sessionResource },
  },
  listUsers: {
    method: 'GET',
    path: '/users',
    role: 'admin',
    wholeNetwork: true,
    summary: 'Everybody who may sign in, by name, by pages',
    query: pageQuery,
    answers: { status: 200, schema: pageOf(userResource) },
  },
  addUser: {
    method: 'POST',
    path: '/users',
    role: 'admin',
    wholeNetwork: true,
    summary: 'Let somebody sign in',
    body: userPost,
    refuses: [409],
    answers: { status: 201, schema: userResource },
  },
  readUser: {
    method: 'GET',
    path: '/users/:user',
    role: 'admin',
    wholeNetwork: true,
    summary: 'One user',
    refuses: [404],
    answers: { status: 200, schema: userResource },
  },
  changeUser: {
    method: 'PATCH',
    path: '/users/:user',
    role: 'admin',
    wholeNetwork: true,
    summary: 'Change what is named about a user, whose sessions end',
    body: userPatch,
    refuses: [404, 409],
    answers: { status: 200, schema: userResource },
  },
  removeUser: {
    method: 'DELETE',
    path: '/users/:user',
    role: 'admin',
    wholeNetwork: true,
    summary: 'Remove a user with all sessions and tokens',
    refuses: [404, 409],
    answers: { status: 204 },
  },
  listAudit: {
    method: 'GET',
    path: '/audit',
    role: 'admin',
    wholeNetwork: true,
    summary: 'Who did what, from where, by pages; the newest first',
    query: auditQuery,
    answers: { status: 200, schema: pageOf(auditResource) },
  },
  exportAudit: {
    method: 'GET',
    path: '/audit/export',
    role: 'admin',
    wholeNetwork: true,
    summary: 'The audit log as a file, CSV or JSON',
    query: auditExportQuery,
    answers: { status: 200, type: 'text/csv', schema: z.string() },
  },
} as const satisfies Record<string, Endpoint>;
