import { fromLocalInput } from './local-input.js';

/** Times that can be chosen by a click, hours; `all` is any time, `own` between two instants. */
const hours = { '1h': 1, '24h': 24, '7d': 7 * 24, '30d': 30 * 24 } as const;
export const rangeNames = ['all', '1h', '24h', '7d', '30d', 'own'] as const;
export type RangeName = (typeof rangeNames)[number];

/** A time that is asked about, as it is chosen. */
export interface TimeRange {
  readonly name: RangeName;
  /** As `<input type="datetime-local">` has them; empty: open. */
  readonly since: string;
  readonly until: string;
}

/** Reads a range out of what a page keeps in the address. */
export function readRange(own: Readonly<Record<string, string>>): TimeRange {
  const name = rangeNames.find((one) => one === own['time']) ?? 'all';
  return { name, since: own['since'] ?? '', until: own['until'] ?? '' };
}

/** A range as REST takes it, by an instant (milliseconds since 1970) that is the present. */
export function rangeQuery(
  { name, since, until }: TimeRange,
  now: number,
): { since?: string; until?: string } {
  if (name === 'all') return {};
  if (name !== 'own') return { since: new Date(now - hours[name] * 3_600_000).toISOString() };
  const from = fromLocalInput(since);
  const to = fromLocalInput(until);
  return { ...(from !== undefined && { since: from }), ...(to !== undefined && { until: to }) };
}
