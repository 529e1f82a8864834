import { pageOf } from './alarm-query.js';
import type { Endpoint } from './endpoint.js';
import { shelfPatch, shelfPost, shelfQuery, shelfResource } from './shelf-resource.js';

/** What REST does about shelves. */
export const shelfEndpoints = {
  listShelves: {
    method: 'GET',
    path: '/shelves',
    role: 'viewer',
    summary: 'What is out of sight, until when, by whom and why, by pages; the oldest first',
    query: shelfQuery,
    answers: { status: 200, schema: pageOf(shelfResource) },
  },
  addShelf: {
    method: 'POST',
    path: '/shelves',
    role: 'operator',
    summary: 'Take alarms out of sight for a while, now or as planned maintenance',
    body: shelfPost,
    answers: { status: 201, schema: shelfResource },
    refuses: [409],
  },
  readShelf: {
    method: 'GET',
    path: '/shelves/:id',
    role: 'viewer',
    summary: 'One shelf; one of the last thousand that ended, too',
    answers: { status: 200, schema: shelfResource },
    refuses: [404],
  },
  changeShelf: {
    method: 'PATCH',
    path: '/shelves/:id',
    role: 'operator',
    summary: 'Extend or shorten a shelf, move one that is planned, or say another reason',
    body: shelfPatch,
    answers: { status: 200, schema: shelfResource },
    refuses: [404, 409],
  },
  endShelf: {
    method: 'DELETE',
    path: '/shelves/:id',
    role: 'operator',
    summary: 'End a shelf now: what it hides is back at once',
    answers: { status: 204 },
    refuses: [404, 409],
  },
} as const satisfies Record<string, Endpoint>;
