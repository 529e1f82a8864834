import type { AlarmResource } from '@omc/api';

/** Of two states of one alarm the later; a read and the live stream may overtake each other. */
export function newerOf(
  one: AlarmResource | undefined,
  other: AlarmResource | undefined,
): AlarmResource | undefined {
  if (!one || !other) return one ?? other;
  return other.version >= one.version ? other : one;
}
