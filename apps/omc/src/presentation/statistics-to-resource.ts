import { type Catalogue, type Severity, severities } from '@omc/alarm';
import { type StatisticsQuery, type StatisticsResource, statisticsSteps, toRfc3339 } from '@omc/api';
import type { AlarmCounts, StatisticsSelection } from '@omc/store';

type Counts = Record<Severity, number>;

/** What is to be counted for a query. */
export function selectionOf({ from, until, by, ne, alarmId }: StatisticsQuery): StatisticsSelection {
  return {
    fromAt: Date.parse(from),
    untilAt: Date.parse(until),
    stepMs: statisticsSteps[by],
    ...(ne === undefined ? {} : { ne }),
    ...(alarmId === undefined ? {} : { alarmId }),
  };
}

/** Counts as the outside sees them: every bucket of the time, also those in which nothing was raised. */
export function statisticsToResource(
  query: StatisticsQuery,
  { buckets, types, nes }: AlarmCounts,
  catalogue: Catalogue,
): StatisticsResource {
  const { fromAt, untilAt, stepMs } = selectionOf(query);
  const bySeverity = none();
  const items = new Map<number, Counts>();
  for (let at = fromAt; at < untilAt; at += stepMs) items.set(at, none());
  for (const { at, severity, count } of buckets) {
    bySeverity[severity] += count;
    const item = items.get(at);
    if (item) item[severity] += count;
  }
  return {
    from: toRfc3339(fromAt),
    until: toRfc3339(untilAt),
    by: query.by,
    total: sum(bySeverity),
    bySeverity,
    items: [...items].map(([at, counts]) => ({ at: toRfc3339(at), total: sum(counts), bySeverity: counts })),
    topTypes: types.slice(0, query.top).map(({ alarmId, count }) => {
      const number = String(alarmId);
      return { alarmId, name: catalogue.get(alarmId)?.name ?? { en: number, zh: number }, count };
    }),
    topNes: nes.slice(0, query.top),
  };
}

function none(): Counts {
  return Object.fromEntries(severities.map((name) => [name, 0])) as Counts;
}

function sum(counts: Counts): number {
  return severities.reduce((total, name) => total + counts[name], 0);
}
