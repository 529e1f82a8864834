import type { Refusal, StudiedTime } from '@omc/alarm';

/** The longest time that a study looks at. */
const LONGEST_MS = 400 * 86_400_000;

/** No window is longer, so what lies further back than this before a time does not matter in it. */
const LONGEST_WINDOW_MS = 3_600_000;

/**
 * The time that a study looks at, between two instants (milliseconds since 1970), or why it cannot. What is still
 * to come does not count.
 */
export function studiedTime(fromAt: number, untilAt: number, now: number): StudiedTime | Refusal {
  if (fromAt >= untilAt) return invalid('until', 'must be later than the beginning');
  if (fromAt >= now) return invalid('from', 'must be in the past');
  if (untilAt - fromAt > LONGEST_MS) return invalid('from', 'must be at most 400 days before the end');
  return { readFromAt: fromAt - LONGEST_WINDOW_MS, fromAt, untilAt: Math.min(untilAt, now) };
}

function invalid(field: string, reason: string): Refusal {
  return { refused: 'invalid', field, reason };
}
