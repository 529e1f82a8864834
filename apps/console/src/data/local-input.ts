import { inUtc } from './instants.js';

/** What `<input type="datetime-local">` holds for an instant, milliseconds since 1970, in the zone that is shown. */
export function toLocalInput(at: number): string {
  const minutes = inUtc() ? 0 : -new Date(at).getTimezoneOffset();
  return new Date(at + minutes * 60_000).toISOString().slice(0, 16);
}

/** The instant (RFC 3339) that such a field means; undefined while it means none. */
export function fromLocalInput(text: string | undefined): string | undefined {
  if (!text) return undefined;
  const at = Date.parse(inUtc() ? `${text}Z` : text);
  return Number.isNaN(at) ? undefined : new Date(at).toISOString();
}
