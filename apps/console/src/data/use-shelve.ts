import type { ShelfPost } from '@omc/api';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { request } from './request.js';
import { RequestProblem } from './request-errors.js';

/** What to take out of sight, until when and why. */
export interface ShelveDeed {
  readonly matches: readonly ShelfPost['match'][];
  readonly minutes: number;
  readonly untilCleared: boolean;
  readonly reason: string;
}

/** The ids of the shelves that there are now more, and why not of the others. */
export interface ShelveOutcome {
  readonly begun: readonly string[];
  readonly refused: readonly string[];
}

const MINUTE_MS = 60_000;

/** Shelves one match after the other. What the OMC refuses is told; where it does not answer, the rest is left. */
export function useShelve() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ matches, minutes, untilCleared, reason }: ShelveDeed): Promise<ShelveOutcome> => {
      const until = new Date(Date.now() + minutes * MINUTE_MS).toISOString();
      const [begun, refused]: [string[], string[]] = [[], []];
      for (const match of matches)
        await unlessRefused(refused, async () => {
          const body: ShelfPost = { match, until, untilCleared, reason };
          begun.push((await request('POST /shelves', { body })).id);
        });
      return { begun, refused };
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['shelves'] }),
  });
}

/** Takes shelves back; of one that has ended meanwhile nothing is left to do. */
export function useUnshelve() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (shelves: readonly string[]): Promise<void> => {
      for (const id of shelves)
        await unlessRefused([], () => request('DELETE /shelves/:id', { path: { id } }));
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['shelves'] }),
  });
}

/** Does something; a refusal is put down with its reason. */
async function unlessRefused(reasons: string[], ask: () => Promise<unknown>): Promise<void> {
  try {
    await ask();
  } catch (error) {
    if (!(error instanceof RequestProblem)) throw error;
    reasons.push(error.message);
  }
}
