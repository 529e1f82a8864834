import type { RegistryWrite, TypeSetting } from '@omc/alarm';
import type { ClientBase, Pool } from 'pg';

/** Stores what was set about an alarm type, within the batch's transaction. */
export async function putTypeSetting(
  client: ClientBase,
  { setting, by }: Extract<RegistryWrite, { kind: 'put-alarm-type' }>,
): Promise<void> {
  const { alarmId, severity, thresholds } = setting;
  await client.query(
    `insert into alarm_type_setting (alarm_id, severity, thresholds, changed_by) values ($1, $2, $3, $4)
     on conflict (alarm_id) do update set severity = excluded.severity, thresholds = excluded.thresholds,
       changed_by = excluded.changed_by, changed_at = now()`,
    [alarmId, severity ?? null, thresholds === undefined ? null : JSON.stringify(thresholds), by],
  );
}

interface Row {
  alarm_id: number;
  severity: TypeSetting['severity'] | null;
  thresholds: TypeSetting['thresholds'] | null;
}

/** What is set about alarm types. */
export async function readTypeSettings(pool: Pool): Promise<TypeSetting[]> {
  const { rows } = await pool.query<Row>('select alarm_id, severity, thresholds from alarm_type_setting');
  return rows.map(({ alarm_id, severity, thresholds }) => ({
    alarmId: alarm_id,
    ...(severity ? { severity } : {}),
    ...(thresholds ? { thresholds } : {}),
  }));
}
