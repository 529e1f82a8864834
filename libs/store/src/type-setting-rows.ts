import type { AutoAcknowledgement, RegistryWrite, TypeSetting } from '@omc/alarm';
import type { ClientBase, Pool } from 'pg';

/** Stores what was set about an alarm type, within the batch's transaction. */
export async function putTypeSetting(
  client: ClientBase,
  { setting, by }: Extract<RegistryWrite, { kind: 'put-alarm-type' }>,
): Promise<void> {
  const { alarmId, severity, neSeverities, autoAcknowledge, thresholds } = setting;
  await client.query(
    `insert into alarm_type_setting
       (alarm_id, severity, ne_severities, auto_acknowledge, thresholds, changed_by)
     values ($1, $2, $3, $4, $5, $6)
     on conflict (alarm_id) do update set severity = excluded.severity,
       ne_severities = excluded.ne_severities, auto_acknowledge = excluded.auto_acknowledge,
       thresholds = excluded.thresholds, changed_by = excluded.changed_by, changed_at = now()`,
    [alarmId, severity ?? null, jsonOf(neSeverities), autoAcknowledge ?? null, jsonOf(thresholds), by],
  );
}

function jsonOf(value: object | undefined): string | null {
  return value === undefined ? null : JSON.stringify(value);
}

/** Stores when alarms are acknowledged by themselves, within the batch's transaction. */
export async function putAutoAcknowledgement(
  client: ClientBase,
  { setting, by }: Extract<RegistryWrite, { kind: 'put-auto-acknowledgement' }>,
): Promise<void> {
  await client.query(
    `insert into auto_acknowledgement (by_severity, changed_by) values ($1, $2)
     on conflict (one) do update set by_severity = excluded.by_severity,
       changed_by = excluded.changed_by, changed_at = now()`,
    [JSON.stringify(setting), by],
  );
}

/** When alarms are acknowledged by themselves, by severity. */
export async function readAutoAcknowledgement(pool: Pool): Promise<AutoAcknowledgement> {
  const { rows } = await pool.query<{ by_severity: AutoAcknowledgement }>(
    'select by_severity from auto_acknowledgement',
  );
  return rows[0]?.by_severity ?? {};
}

interface Row {
  alarm_id: number;
  severity: TypeSetting['severity'] | null;
  ne_severities: TypeSetting['neSeverities'] | null;
  auto_acknowledge: TypeSetting['autoAcknowledge'] | null;
  thresholds: TypeSetting['thresholds'] | null;
}

/** What is set about alarm types. */
export async function readTypeSettings(pool: Pool): Promise<TypeSetting[]> {
  const { rows } = await pool.query<Row>(
    'select alarm_id, severity, ne_severities, auto_acknowledge, thresholds from alarm_type_setting',
  );
  return rows.map(({ alarm_id, severity, ne_severities, auto_acknowledge, thresholds }) => ({
    alarmId: alarm_id,
    ...(severity ? { severity } : {}),
    ...(ne_severities ? { neSeverities: ne_severities } : {}),
    ...(auto_acknowledge ? { autoAcknowledge: auto_acknowledge } : {}),
    ...(thresholds ? { thresholds } : {}),
  }));
}
