import type { NoteResource } from '@omc/api';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { request } from './request.js';

/** What a note sticks to: an NE, an alarm type, or a type in an NE. */
export type NotePlace = Pick<NoteResource, 'ne' | 'alarmId'>;

/** The text that shall be at a place; null: none. */
export interface NoteChange {
  readonly place: NotePlace;
  readonly text: string | null;
}

/** The notes that an alarm is shown with, read anew every 15 s: others write them, too. */
export function useNotes(alarm: string) {
  return useQuery({
    queryKey: ['notes', alarm],
    queryFn: async ({ signal }) =>
      (await request('GET /alarms/:id/notes', { path: { id: alarm }, signal })).items,
    refetchInterval: 15_000,
  });
}

/** Sticks a note to its place, or takes it away; the notes of all alarms are read anew. */
export function useNoteChange() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ place, text }: NoteChange) => {
      const at = membersOf(place);
      return text === null
        ? request('DELETE /notes', { query: at })
        : request('PUT /notes', { body: { ...at, text } });
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['notes'] }),
  });
}

function membersOf({ ne, alarmId }: NotePlace) {
  return { ...(ne !== null && { ne }), ...(alarmId !== null && { alarmId }) };
}

/** Whether two places are the same. */
export function isSamePlace(one: NotePlace, other: NotePlace): boolean {
  return one.ne === other.ne && one.alarmId === other.alarmId;
}

/** What a note is on. */
export function kindOf({ ne, alarmId }: NotePlace): 'on-ne' | 'on-type' | 'on-both' {
  if (ne === null) return 'on-type';
  return alarmId === null ? 'on-ne' : 'on-both';
}
