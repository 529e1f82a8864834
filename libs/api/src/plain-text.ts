import { z } from 'zod';

/** A text that somebody wrote, without what no screen shows: trimmed, not empty, lines allowed, of at most so many characters. */
export function plainText(most: number) {
  return z
    .string()
    .trim()
    .min(1, 'must not be empty')
    .max(most, `must have at most ${most} characters`)
    .regex(/^(?:[^\p{Cc}\p{Cs}]|[\n\r\t])*$/u, 'must not hold control characters or halves of characters');
}
