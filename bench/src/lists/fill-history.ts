import type { Client } from 'pg';
import { progress } from '../measure/progress.js';

/** How much is to be in the database. */
export interface Filling {
  readonly nes: number;
  readonly active: number;
  readonly cleared: number;
}

/** Rows of the history that are made by one statement. */
const AT_ONCE = 500_000;
/** One in so many alarms is on an object that few have. */
const RARE = 100_000;

const SETTINGS = `set synchronous_commit = off; set maintenance_work_mem = '512MB'; set work_mem = '64MB'`;

/** Some types of the catalogue with their names in PostgreSQL's severities, the frequent ones more than once. */
const TYPES = '{29240,29240,29240,25888,25888,26529,26122,301,25600,29201}';
const SEVERITIES = '{6,5,5,4,4,4,3,3}';

/** Alarms as a year brings them: the history first, what is active last, in order of their times. */
export async function fillHistory(client: Client, { nes, active, cleared }: Filling): Promise<void> {
  await client.query(SETTINGS);
  const indexes = await dropIndexes(client);
  for (let from = 0; from < cleared; from += AT_ONCE) {
    progress(`${from} alarms of the history`);
    await client.query(insert(from, Math.min(from + AT_ONCE, cleared), cleared + active, nes, 'cleared'));
  }
  await client.query(insert(cleared, cleared + active, cleared + active, nes, 'active'));
  await client.query(
    `insert into alarm_word
     select md5(word)::uuid, word, bool_or(kind = 'ne'), bool_or(kind = 'object'), bool_or(kind = 'text')
     from (select 'ne' as kind, ne as word from alarm group by ne union all
       select 'object', object from alarm group by object union all
       select 'text', text from alarm group by text) words
     group by word`,
  );
  for (const index of indexes) {
    progress(index.slice(0, 60));
    await client.query(index);
  }
  await client.query('vacuum analyze alarm, alarm_word');
}

/** A row at a time, indexes would take an hour. Gives the statements that make them again. */
async function dropIndexes(client: Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string; made: string }>(
    `select indexrelid::regclass::text as name, pg_get_indexdef(indexrelid) as made from pg_index
     where indrelid in ('alarm'::regclass, 'alarm_word'::regclass) and not indisprimary`,
  );
  for (const { name } of rows) await client.query(`drop index ${name}`);
  return rows.map(({ made }) => made);
}

/** Alarm n of `all`, spread over the last year. All is made of n, so that two runs have the same. */
function insert(from: number, to: number, all: number, nes: number, state: 'active' | 'cleared'): string {
  const isCleared = state === 'cleared';
  return `insert into alarm (id, partition, ne, object, alarm_id, severity, event_type, probable_cause, state, acknowledged,
      fault_at, raised_at, cleared_at, cleared_by, reports, text, info, intermittent, comments, version, life_version,
      stale, shelved, role, root_ids, rule)
    select (lpad(to_hex((extract(epoch from at) * 1000)::bigint), 12, '0') || '7' || lpad(to_hex(n % 4096), 3, '0')
        || '8' || lpad(to_hex(n), 15, '0'))::uuid,
      0, 'eNB-' || (100000 + h % ${nes}),
      case when n % ${RARE} = 7 then 'SatelliteCard=' || n % 3 else 'Cell=' || n % 5000 end,
      ('${TYPES}'::int[])[1 + h % 10], ('${SEVERITIES}'::int[])[1 + (h / 16) % 8],
      'communicationsAlarm', 'lossOfSignal', '${state}', ${isCleared ? 'h % 10 < 7' : 'h % 10 < 2'},
      at - interval '90 s', at, ${isCleared ? `at + (h % 3600) * interval '1 s'` : 'null'},
      ${isCleared ? `'report'` : 'null'}, 1 + h % 5,
      'VSWR ' || 1 + h % 9 || '.' || h % 10 || ' of antenna ' || h % 1013 || ' beyond its threshold',
      '{}', false, 0, 2, 2, false, false, 'standalone', '{}', null
    from (select n, abs(hashint4(n)) as h, now() - (${all} - n) * (interval '365 days' / ${all}) as at
      from generate_series(${from}, ${to - 1}) n) made`;
}
