import { modelSeverity, type Severity, severities } from '@omc/alarm';
import type { Pool } from 'pg';
import { conditionsOf, type ResolvedFilter } from './alarm-conditions.js';

/** What alarms can be counted by. */
export type CountedBy = 'type' | 'ne' | 'hour' | 'day';

/** How many alarms have one thing in common. */
export interface CountedAlarms {
  readonly alarmId?: number;
  readonly ne?: string;
  /** Milliseconds since 1970: when the hour or day (UTC) began. */
  readonly at?: number;
  readonly raised: number;
  readonly active: number;
  readonly bySeverity: Readonly<Record<Severity, number>>;
  /** Of the cleared ones; null where none is. */
  readonly meanDurationMs: number | null;
}

interface CountRow extends Record<`severity_${Severity}`, string> {
  key: number | string | Date;
  raised: string;
  active: string;
  mean: string | null;
}

const keys: Readonly<Record<CountedBy, string>> = {
  type: 'alarm_id',
  ne: 'ne',
  hour: `date_trunc('hour', raised_at, 'UTC')`,
  day: `date_trunc('day', raised_at, 'UTC')`,
};

const bySeverity = severities
  .map((name) => `count(*) filter (where severity = ${modelSeverity[name]}) as severity_${name}`)
  .join(', ');

/** Counts the alarms of a filter: the types or NEs with most of them, or the newest hours or days. */
export async function countAlarms(
  pool: Pool,
  by: CountedBy,
  filter: ResolvedFilter,
  most: number,
): Promise<CountedAlarms[]> {
  const conditions = conditionsOf(filter);
  const order = by === 'hour' || by === 'day' ? 'key desc' : 'raised desc, key';
  const { rows } = await pool.query<CountRow>(
    `select ${keys[by]} as key, count(*) as raised, count(*) filter (where state = 'active') as active, ${bySeverity},
       avg(extract(epoch from cleared_at - raised_at) * 1000) as mean
     from alarm ${conditions.where} group by 1 order by ${order} limit ${conditions.parameter(most)}`,
    conditions.parameters,
  );
  return rows.map((row) => countedOf(by, row));
}

function countedOf(by: CountedBy, { key, raised, active, mean, ...row }: CountRow): CountedAlarms {
  const counts = severities.map((name) => [name, Number(row[`severity_${name}`])] as const);
  return {
    ...(by === 'type' && { alarmId: Number(key) }),
    ...(by === 'ne' && { ne: String(key) }),
    ...(key instanceof Date && { at: key.getTime() }),
    raised: Number(raised),
    active: Number(active),
    bySeverity: Object.fromEntries(counts) as Record<Severity, number>,
    meanDurationMs: mean === null ? null : Math.round(Number(mean)),
  };
}
