import { z } from 'zod';
import { pageOf } from './alarm-query.js';
import { auditExportQuery, auditQuery, auditResource } from './audit-resource.js';
import type { Endpoint } from './endpoint.js';
import { pageQuery } from './page-query.js';
import { userPatch, userPost, userResource } from './people-resource.js';

/** Users, and who did what. */
export const peopleEndpoints = {
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
