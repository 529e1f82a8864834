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

/** How many shelves there are now more, and why not of the others. */
export interface ShelveOutcome {
  readonly done: number;
  readonly refused: readonly string[];
}

const MINUTE_MS = 60_000;

/** Shelves one match after the other. What the OMC refuses is told; where it does not answer, the rest is left. */
export function useShelve() {
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async ({ matches, minutes, untilCleared, reason }: ShelveDeed): Promise<ShelveOutcome> => {
      const until = new Date(Date.now() + minutes * MINUTE_MS).toISOString();
      const refused: string[] = [];
      for (const match of matches) {
        const why = await shelve({ match, until, untilCleared, reason });
        if (why !== null) refused.push(why);
      }
      return { done: matches.length - refused.length, refused };
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['shelves'] }),
  });
}

async function shelve(body: ShelfPost): Promise<string | null> {
  try {
    await request('POST /shelves', { body });
    return null;
  } catch (error) {
    if (error instanceof RequestProblem) return error.message;
    throw error;
  }
}
