import type { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a role that owns no table needs of the journal's partitions: to make one for a day, and to let an old one go. Each
 * runs with the owner's rights, does that one thing, and looks for names where it was made only.
 */
export class JournalDays1763988600000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    const [place] = (await runner.query('select quote_ident(current_schema()) as name')) as {
      name: string;
    }[];
    if (place === undefined) throw new Error('there is no schema to work in');
    for (const statement of up(place.name)) await runner.query(statement);
  }

  async down(runner: QueryRunner): Promise<void> {
    await runner.query('drop function drop_journal_day(date)');
    await runner.query('drop function make_journal_day(date)');
  }
}

const up = (schema: string) => [
  `create function make_journal_day(day date) returns void
   language plpgsql security definer set search_path = ${schema}, pg_temp as $$
   declare
     name text := 'journal_' || to_char(day, 'YYYYMMDD');
   begin
     execute format('create table ${schema}.%I (like ${schema}.journal including all)', name);
     execute format('alter table ${schema}.journal attach partition ${schema}.%I for values from (%L) to (%L)', name,
       to_char(day, 'YYYY-MM-DD') || ' 00:00+00', to_char(day + 1, 'YYYY-MM-DD') || ' 00:00+00');
   end $$`,

  // Whoever asks may be mistaken: what a start would replay stays, and so does what is not a day old. false: it is needed.
  `create function drop_journal_day(day date) returns boolean
   language plpgsql security definer set search_path = ${schema}, pg_temp as $$
   declare
     name text := 'journal_' || to_char(day, 'YYYYMMDD');
     needed boolean;
   begin
     if day >= (now() at time zone 'UTC')::date - 1 then return false; end if;
     if not exists (select from pg_inherits where inhparent = '${schema}.journal'::regclass
         and inhrelid = to_regclass(format('${schema}.%I', name))) then
       raise exception 'there is no % of the journal', name using errcode = 'undefined_table';
     end if;
     execute format('select exists (select from ${schema}.%I j where seq > coalesce((select min(journal_seq)
       from ${schema}.checkpoint where partition = j.partition and completed_at is not null), 0))', name) into needed;
     if needed then return false; end if;
     execute format('drop table ${schema}.%I', name);
     return true;
   end $$`,

  'revoke execute on function make_journal_day(date), drop_journal_day(date) from public',
];
