/** The times that statistics are shown for. */
export const spans = ['day', 'week', 'month', 'quarter'] as const;
export type Span = (typeof spans)[number];

const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const lengths: Readonly<Record<Span, { readonly days: number; readonly by: 'hour' | 'day' }>> = {
  day: { days: 1, by: 'hour' },
  week: { days: 7, by: 'hour' },
  month: { days: 30, by: 'day' },
  quarter: { days: 90, by: 'day' },
};

/** What to ask for: whole hours, or whole days of this computer's zone, the present one the last. */
export function spanQuery(span: Span, now: number) {
  const { days, by } = lengths[span];
  const end = new Date(now);
  if (by === 'hour') end.setMinutes(60, 0, 0);
  else end.setHours(24, 0, 0, 0);
  const until = end.getTime();
  return { from: new Date(until - days * DAY).toISOString(), until: new Date(until).toISOString(), by };
}
