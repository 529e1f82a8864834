import { z } from 'zod';
import type { Endpoint } from './endpoint.js';
import { notePlace, notePut, noteResource } from './note-resource.js';

const notes = z.object({ items: z.array(noteResource) });

/** Notes that stick to NEs and alarm types. */
export const noteEndpoints = {
  listAlarmNotes: {
    method: 'GET',
    path: '/alarms/:id/notes',
    role: 'viewer',
    summary: 'The notes on the NE and on the type of an alarm',
    refuses: [404],
    answers: { status: 200, schema: notes },
  },
  listNotes: {
    method: 'GET',
    path: '/notes',
    role: 'viewer',
    summary: 'All notes on NEs and alarm types',
    answers: { status: 200, schema: notes },
  },
  putNote: {
    method: 'PUT',
    path: '/notes',
    role: 'operator',
    summary: 'Stick a note to an NE, to an alarm type, or to a type in an NE',
    body: notePut,
    refuses: [404],
    answers: { status: 200, schema: noteResource },
  },
  removeNote: {
    method: 'DELETE',
    path: '/notes',
    role: 'operator',
    summary: 'Take a note away',
    query: notePlace,
    refuses: [404],
    answers: { status: 204 },
  },
} as const satisfies Record<string, Endpoint>;
