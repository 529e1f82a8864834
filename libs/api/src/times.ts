import { z } from 'zod';

/** An instant as every interface writes it: RFC 3339 in UTC with milliseconds. */
export const instant = z.iso.datetime({ offset: true }).describe('RFC 3339 instant');

/** Writes an instant (milliseconds since 1970) as RFC 3339 UTC with milliseconds. */
export function toRfc3339(at: number): string {
  return new Date(at).toISOString();
}
