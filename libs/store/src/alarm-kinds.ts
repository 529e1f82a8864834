import { type Alarm, modelSeverity, NETWORK, type Role, type Severity, severityOf } from '@omc/alarm';
import type { Pool } from 'pg';
import type { ResolvedFilter } from './alarm-conditions.js';
import { PageQuery } from './page-query.js';
import type { FoundWords } from './text-condition.js';

/** What alarms are told apart by where they are counted by facet. */
export interface AlarmKind {
  readonly severity: Severity;
  readonly alarmId: number;
  readonly ne: string;
  readonly ack: Alarm['ack']['state'];
  readonly role: Role;
}

/** How many alarms are of one kind. */
export interface CountedKind extends AlarmKind {
  /** Of alarms that belong to no NE; else empty. */
  readonly object: string;
  readonly count: number;
}

interface Row {
  severity: number;
  alarm_id: number;
  ne: string;
  place: string;
  acknowledged: boolean;
  role: Role;
  count: string;
}

/**
 * The newest alarms that match a filter, counted by kind. What the filter says about these facets does not restrict: that
 * is for whoever counts.
 *
 * @param words what an index found of its text.
 */
export async function alarmKinds(
  pool: Pool,
  filter: ResolvedFilter,
  most: number,
  words: FoundWords | undefined,
): Promise<CountedKind[]> {
  const query = new PageQuery(withoutFacets(filter), '-raisedAt', most, words);
  const { rows } = await pool.query<Row>(
    `select severity, alarm_id, ne, case when ne = '${NETWORK}' then object else '' end as place, acknowledged, role,
       count(*) from (${query.text}) newest group by 1, 2, 3, 4, 5, 6`,
    query.parameters,
  );
  return rows.map((row) => ({
    severity: severityOf(modelSeverity, row.severity) as Severity,
    alarmId: row.alarm_id,
    ne: row.ne,
    object: row.place,
    ack: row.acknowledged ? 'acknowledged' : 'unacknowledged',
    role: row.role,
    count: Number(row.count),
  }));
}

function withoutFacets({
  severity: _severity,
  alarmId: _alarmId,
  ne: _ne,
  site: _site,
  subnet: _subnet,
  ack: _ack,
  role: _role,
  ...filter
}: ResolvedFilter): ResolvedFilter {
  return filter;
}
