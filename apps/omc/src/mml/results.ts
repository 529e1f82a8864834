import type { CommandResult } from '@omc/alarm';
import type { BackendRefusal, BackendResult } from '@omc/mml';
import type { ZodError } from 'zod';

/** The first thing that is wrong with what was given. */
export function invalid({ issues: [issue] }: ZodError): BackendRefusal {
  return {
    ok: false,
    refused: 'invalid',
    field: String(issue?.path[0]),
    reason: issue?.message ?? 'is not valid',
  };
}

/** What the writer answered, as MML's backend tells it. */
export function resultOf(result: CommandResult): BackendResult<void> {
  if (result.refused === undefined) return { ok: true, value: undefined };
  return { ok: false, ...result };
}
