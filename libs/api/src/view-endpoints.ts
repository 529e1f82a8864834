import { pageOf } from './alarm-query.js';
import type { Endpoint } from './endpoint.js';
import { pageQuery } from './page-query.js';
import { defaultView, viewPatch, viewPost, viewResource } from './view-resource.js';

const KiB = 1024;

/** Saved ways to look at the alarm list. */
export const viewEndpoints = {
  listViews: {
    method: 'GET',
    path: '/views',
    role: 'viewer',
    summary: 'Your saved views of the alarm list, and those that others share; by name, by pages',
    query: pageQuery,
    answers: { status: 200, schema: pageOf(viewResource) },
  },
  addView: {
    method: 'POST',
    path: '/views',
    role: 'viewer',
    summary: 'Save a view; to share it takes an operator',
    body: viewPost,
    mostBytes: 32 * KiB,
    refuses: [409],
    answers: { status: 201, schema: viewResource },
  },
  setDefaultView: {
    method: 'PUT',
    path: '/views/default',
    role: 'viewer',
    summary: 'Begin with a view, or with none',
    body: defaultView,
    refuses: [404],
    answers: { status: 200, schema: defaultView },
  },
  readView: {
    method: 'GET',
    path: '/views/:id',
    role: 'viewer',
    summary: 'One view',
    refuses: [404],
    answers: { status: 200, schema: viewResource },
  },
  changeView: {
    method: 'PATCH',
    path: '/views/:id',
    role: 'viewer',
    summary: 'Change a view of yours, or as an admin one that is shared; If-Match: the version it must have',
    body: viewPatch,
    mostBytes: 32 * KiB,
    refuses: [404, 409, 412],
    answers: { status: 200, schema: viewResource },
  },
  removeView: {
    method: 'DELETE',
    path: '/views/:id',
    role: 'viewer',
    summary: 'Delete a view of yours, or as an admin one that is shared',
    refuses: [404],
    answers: { status: 204 },
  },
} as const satisfies Record<string, Endpoint>;
