import { modelSeverity, type Severity, severityOf } from '@omc/alarm';
import type { Pool } from 'pg';
import { within } from './reader-options.js';

/** Statistics may read millions of rows. */
const STATISTICS_MS = 25_000;

/** Which alarms are counted; instants in milliseconds since 1970. */
export interface StatisticsSelection {
  readonly fromAt: number;
  readonly untilAt: number;
  readonly stepMs: number;
  readonly ne?: string;
  readonly alarmId?: number;
}

/** Counts of alarms raised. */
export interface AlarmCounts {
  readonly buckets: readonly { readonly at: number; readonly severity: Severity; readonly count: number }[];
  readonly types: readonly { readonly alarmId: number; readonly count: number }[];
  readonly nes: readonly { readonly ne: string; readonly count: number }[];
}

interface CountRow {
  bucket: number | null;
  severity: number | null;
  alarm_id: number | null;
  ne: string | null;
  count: number;
}

/** Counts the alarms raised in a time in one pass over them: by bucket and severity, by type, by NE. */
export class RaisedAlarms {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  async count({ fromAt, untilAt, stepMs, ne, alarmId }: StatisticsSelection): Promise<AlarmCounts> {
    const parameters: unknown[] = [new Date(fromAt), new Date(untilAt), stepMs / 1000];
    const more: string[] = [];
    if (ne !== undefined) more.push(`and ne = $${parameters.push(ne)}`);
    if (alarmId !== undefined) more.push(`and alarm_id = $${parameters.push(alarmId)}`);
    const { rows } = await this.#pool.query<CountRow>(
      within(STATISTICS_MS, {
        text: `select bucket, severity, alarm_id, ne, count(*)::int as count
               from (select floor(extract(epoch from raised_at - $1::timestamptz) / $3::float8)::int as bucket,
                            severity, alarm_id, ne
                     from alarm where raised_at >= $1 and raised_at < $2 ${more.join(' ')}) raised
               group by grouping sets ((bucket, severity), (alarm_id), (ne))`,
        values: parameters,
      }),
    );
    return {
      buckets: rows.flatMap(({ bucket, severity, count }) =>
        bucket === null || severity === null
          ? []
          : [
              {
                at: fromAt + bucket * stepMs,
                severity: severityOf(modelSeverity, severity) as Severity,
                count,
              },
            ],
      ),
      types: mostFirst(
        rows.flatMap(({ alarm_id: id, count }) => (id === null ? [] : [{ alarmId: id, count }])),
      ),
      nes: mostFirst(rows.flatMap(({ ne: id, count }) => (id === null ? [] : [{ ne: id, count }]))),
    };
  }
}

function mostFirst<Row extends { readonly count: number }>(rows: Row[]): Row[] {
  return rows.sort((a, b) => b.count - a.count);
}
