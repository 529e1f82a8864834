import type { Alarm, ChangeKind } from '@omc/alarm';
import { type AlarmSort, alarmFilter } from '@omc/api';
import type { Pool, PoolClient } from 'pg';
import { ACTIVE_ALARM_COLUMNS, type ActiveAlarmRow, activeAlarmOf } from './active-alarm-row.js';
import { type CommentPage, readComments } from './alarm-comments.js';
import { conditionsOf, type ResolvedFilter } from './alarm-conditions.js';
import { alarmKinds, type CountedKind } from './alarm-kinds.js';
import { type AlarmRow, alarmOf } from './alarm-rows.js';
import type { AlarmSearch } from './alarm-search.js';
import { endOf, orderOf } from './alarm-sort.js';
import { type CountedAlarms, type CountedBy, countAlarms } from './alarm-statistics.js';
import { copyOut } from './copy-out.js';
import { listName } from './page-cursor.js';
import { PageQuery } from './page-query.js';

/** A page of alarms, and where the next begins. */
export interface AlarmPage {
  readonly alarms: readonly Alarm[];
  readonly nextCursor: string | null;
}

/** A part of a list, of one instant: `seq` is the number of the last change that it contains. */
export interface AlarmPart extends AlarmPage {
  readonly seq: number;
}

/** One stored change of an alarm. */
export interface StoredChange {
  readonly kind: ChangeKind;
  readonly at: number;
  readonly recordedAt: number;
  readonly by: string | null;
  readonly facts: Readonly<Record<string, unknown>>;
}

/** The lives of an alarm's key before its own. */
export interface AlarmLives {
  readonly count: number;
  /** The newest of them, the last one first. */
  readonly earlier: readonly Alarm[];
}

/** The alarms of one instant, and the change log's number at it. */
export interface AlarmSnapshot {
  readonly seq: number;
  readonly alarms: readonly Alarm[];
  /** How many match, where only the first of them were asked for. */
  readonly total?: number;
}

/** Reads alarms and their logs. */
export class AlarmReader {
  readonly #pool: Pool;
  readonly #partition: number;
  readonly search: AlarmSearch;

  constructor(pool: Pool, partition: number, search: AlarmSearch) {
    this.#pool = pool;
    this.#partition = partition;
    this.search = search;
  }

  /** A page in keyset order; undefined where the cursor is not one of this list. */
  async page(
    filter: ResolvedFilter,
    sort: AlarmSort,
    limit: number,
    cursor: string | undefined,
  ): Promise<AlarmPage | undefined> {
    const list = listName(sort, filterAsAsked(filter));
    const words = filter.q === undefined ? undefined : await this.search.find(filter.q);
    const query = new PageQuery(filter, sort, limit + 1, words);
    if (cursor !== undefined && !query.beginAfter(list, cursor)) return undefined;
    const { rows } = await this.#pool.query<AlarmRow>(query.text, query.parameters);
    return pageOfRows(rows, limit, sort, list);
  }

  async read(id: string): Promise<Alarm | undefined> {
    const { rows } = await this.#pool.query<AlarmRow>('select * from alarm where id = $1', [id]);
    return rows[0] && alarmOf(rows[0]);
  }

  /** Those of some alarms that there are, the earliest fault first. */
  async readAll(ids: readonly string[]): Promise<Alarm[]> {
    if (ids.length === 0) return [];
    const { rows } = await this.#pool.query<AlarmRow>(
      'select * from alarm where id = any($1::uuid[]) order by fault_at, id',
      [ids],
    );
    return rows.map(alarmOf);
  }

  /** The active alarms that have one among their roots, and their NEs; the oldest first. */
  async symptomsOf(id: string): Promise<{ readonly id: string; readonly ne: string }[]> {
    const { rows } = await this.#pool.query<{ id: string; ne: string }>(
      `select id, ne from alarm where state = 'active' and role = 'symptom' and root_ids @> array[$1::uuid]
       order by raised_at, id`,
      [id],
    );
    return rows;
  }

  /** Counts the alarms of a filter by what they have in common, at most so many lines. */
  count(by: CountedBy, filter: ResolvedFilter, most: number): Promise<CountedAlarms[]> {
    return countAlarms(this.#pool, by, filter, most);
  }

  /** The newest alarms that match what of a filter is no facet, counted by kind. */
  async kinds(filter: ResolvedFilter, most: number): Promise<CountedKind[]> {
    const words = filter.q === undefined ? undefined : await this.search.find(filter.q);
    return alarmKinds(this.#pool, filter, most, words);
  }

  /** The earlier lives of an alarm's key, the last one first: how many there are, and the newest of them. */
  async lives({ ne, object, alarmId, raisedAt, id }: Alarm, limit: number): Promise<AlarmLives> {
    const { rows } = await this.#pool.query<AlarmRow & { lives: string }>(
      `select *, count(*) over () as lives from alarm
       where ne = $1 and alarm_id = $2 and object = $3 and (raised_at, id) < ($4::timestamptz, $5::uuid)
       order by raised_at desc, id desc limit ${limit}`,
      [ne, alarmId, object, new Date(raisedAt).toISOString(), id],
    );
    return { count: Number(rows[0]?.lives ?? 0), earlier: rows.map(alarmOf) };
  }

  /** Every change of an alarm, oldest first. */
  async log(id: string): Promise<StoredChange[]> {
    const { rows } = await this.#pool.query<StoredChangeRow>(
      'select kind, at, recorded_at, by, facts from alarm_change where alarm = $1 order by version, seq',
      [id],
    );
    return rows.map(({ at, recorded_at, ...row }) => ({
      ...row,
      at: at.getTime(),
      recordedAt: recorded_at.getTime(),
    }));
  }

  /** The comments on an alarm, oldest first; undefined where the cursor is not one of this list. */
  comments(id: string, limit: number, cursor: string | undefined): Promise<CommentPage | undefined> {
    return readComments(this.#pool, id, limit, cursor);
  }

  /** Everything active. */
  async active(): Promise<Alarm[]> {
    const alarms: Alarm[] = [];
    const rows = copyOut<ActiveAlarmRow>(
      this.#pool,
      `select ${ACTIVE_ALARM_COLUMNS} from alarm where state = 'active' and partition = ${this.#partition}`,
    );
    for await (const page of rows) for (const row of page) alarms.push(activeAlarmOf(row));
    return alarms;
  }

  /** The alarms that match a filter, with the number of the last change that they contain. */
  snapshot(filter: ResolvedFilter, sort: AlarmSort, limit?: number): Promise<AlarmSnapshot> {
    return this.#atOneInstant(async (client, seq) => {
      const conditions = conditionsOf(filter);
      const { rows } = await client.query<AlarmRow>(
        `select * from alarm ${conditions.where} order by ${orderOf(sort)} ${limit === undefined ? '' : `limit ${limit}`}`,
        conditions.parameters,
      );
      if (limit === undefined) return { seq, alarms: rows.map(alarmOf) };
      const counted = await client.query<{ count: string }>(
        `select count(*) from alarm ${conditions.where}`,
        conditions.parameters,
      );
      return { seq, alarms: rows.map(alarmOf), total: Number(counted.rows[0]?.count ?? 0) };
    });
  }

  /** A page with the number of the last change that it contains; throws where the cursor is not one of this sort. */
  part(
    filter: ResolvedFilter,
    sort: AlarmSort,
    limit: number,
    cursor: string | undefined,
  ): Promise<AlarmPart> {
    return this.#atOneInstant(async (client, seq) => {
      const list = listName(sort, filterAsAsked(filter));
      const query = new PageQuery(filter, sort, limit + 1);
      if (cursor !== undefined && !query.beginAfter(list, cursor))
        throw new Error('a list goes on from its own end only');
      const { rows } = await client.query<AlarmRow>(query.text, query.parameters);
      return { seq, ...pageOfRows(rows, limit, sort, list) };
    });
  }

  /**
   * A part of the alarms changed after a number of the change log, as they are now, in order of their ids, from after
   * one of these on. Undefined where more than `most` changes came since, or the number is still to come.
   */
  changedAfter(
    since: number,
    most: number,
    limit: number,
    afterId: string | undefined,
  ): Promise<AlarmPart | undefined> {
    return this.#atOneInstant(async (client, seq) => {
      if (since > seq || seq - since > most) return undefined;
      const { rows } = await client.query<AlarmRow>(
        `select * from alarm
         where id in (select alarm from alarm_change where partition = $1 and seq > $2 and seq <= $3)
           and ($4::uuid is null or id > $4) order by id limit ${limit + 1}`,
        [this.#partition, since, seq, afterId ?? null],
      );
      const alarms = rows.slice(0, limit).map(alarmOf);
      return { seq, alarms, nextCursor: rows.length > limit ? (alarms.at(-1)?.id ?? null) : null };
    });
  }

  async #atOneInstant<Result>(read: (client: PoolClient, seq: number) => Promise<Result>): Promise<Result> {
    const client = await this.#pool.connect();
    let failure: Error | undefined;
    try {
      await client.query('begin transaction isolation level repeatable read read only');
      const { rows } = await client.query<{ change_seq: string }>(
        'select change_seq from writer_partition where id = $1',
        [this.#partition],
      );
      const result = await read(client, Number(rows[0]?.change_seq ?? 0));
      await client.query('commit');
      return result;
    } catch (error) {
      failure = error instanceof Error ? error : new Error(String(error));
      throw error;
    } finally {
      // A connection with an open transaction is not given back but closed.
      client.release(failure);
    }
  }
}

interface StoredChangeRow {
  kind: ChangeKind;
  at: Date;
  recorded_at: Date;
  by: string | null;
  facts: Record<string, unknown>;
}

/** What somebody asked for, without what was found out about it, which may be another thing on the next page. */
function filterAsAsked(filter: ResolvedFilter): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(filter).filter(([name]) => name in alarmFilter.shape || name === 'group'),
  );
}

/** The page that one row more than it has were read for. */
function pageOfRows(rows: readonly AlarmRow[], limit: number, sort: AlarmSort, list: string): AlarmPage {
  const page = rows.slice(0, limit);
  const last = rows.length > limit ? page.at(-1) : undefined;
  return { alarms: page.map(alarmOf), nextCursor: last === undefined ? null : endOf(sort, list, last) };
}
