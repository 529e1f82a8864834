import type { Pool } from 'pg';
import { containing, type FoundWords } from './text-condition.js';

/** More changes than these are not worth looking at one by one. */
const MOST_RECENT = 5_000;
/** pg_trgm knows texts by their runs of three characters. */
const LEAST_CHARACTERS = 3;
const CHANGES_AT_ONCE = 1_000;

/** More words than these are of many alarms. */
const MOST_WORDS = 1_000;

/**
 * Finds the words that alarms say and are on: each text and name is kept once, with an index of trigrams; the alarms that
 * have it are found by equality. Words are entered beside the writer, whom they would slow down; what has changed since
 * the last entry is looked at as it is.
 */
export class AlarmSearch {
  readonly #pool: Pool;
  readonly #partition: number;
  readonly #hasIndex: boolean;

  /** @param hasIndex false where the database has no pg_trgm: then nothing is entered or found. */
  constructor(pool: Pool, partition: number, hasIndex: boolean) {
    this.#pool = pool;
    this.#partition = partition;
    this.#hasIndex = hasIndex;
  }

  /** The words that hold a text; undefined where these are many, or the index cannot tell. */
  async find(text: string): Promise<FoundWords | undefined> {
    if (!this.#hasIndex || [...text].length < LEAST_CHARACTERS || text.includes('\0')) return undefined;
    // What is entered after this is no longer among the changes below, but was there when they were counted.
    const recent = await this.#changedSinceEntry();
    return recent && this.#words(text, recent);
  }

  /** Enters the next thousand changes; whether there were any. */
  async enter(): Promise<boolean> {
    if (!this.#hasIndex) return false;
    const { rowCount } = await this.#pool.query(ENTER, [this.#partition]);
    return rowCount !== 0;
  }

  async #changedSinceEntry(): Promise<string[] | undefined> {
    const { rows } = await this.#pool.query<{ alarm: string }>(
      `select distinct alarm from alarm_change where partition = $1
         and seq > (select seq from alarm_word_position where partition = $1) limit ${MOST_RECENT + 1}`,
      [this.#partition],
    );
    return rows.length > MOST_RECENT ? undefined : rows.map(({ alarm }) => alarm);
  }

  async #words(text: string, recent: readonly string[]): Promise<FoundWords | undefined> {
    const { rows } = await this.#pool.query<WordRow>(
      `select word, hashtextextended(word, 0) as hash, is_ne, is_object, is_text from alarm_word where word ilike $1 limit ${MOST_WORDS + 1}`,
      [containing(text)],
    );
    if (rows.length > MOST_WORDS) return undefined;
    const texts = rows.filter((row) => row.is_text);
    return {
      nes: rows.filter((row) => row.is_ne).map(({ word }) => word),
      objects: rows.filter((row) => row.is_object).map(({ word }) => word),
      texts: texts.map(({ word }) => word),
      textHashes: texts.map(({ hash }) => hash),
      recent,
    };
  }
}

interface WordRow {
  word: string;
  hash: string;
  is_ne: boolean;
  is_object: boolean;
  is_text: boolean;
}

const ENTER = `with changed as (
    select seq, alarm from alarm_change where partition = $1
      and seq > (select seq from alarm_word_position where partition = $1)
    order by seq limit ${CHANGES_AT_ONCE}
  ), said as (
    select ne, object, text from alarm where id in (select alarm from changed)
  ), entered as (
    insert into alarm_word (hash, word, is_ne, is_object, is_text)
    select md5(word)::uuid, word, bool_or(kind = 'ne'), bool_or(kind = 'object'), bool_or(kind = 'text')
    from (select 'ne' as kind, ne as word from said union select 'object', object from said
      union select 'text', text from said) words
    group by word
    on conflict (hash) do update
    set is_ne = alarm_word.is_ne or excluded.is_ne, is_object = alarm_word.is_object or excluded.is_object,
      is_text = alarm_word.is_text or excluded.is_text
    where excluded.is_ne > alarm_word.is_ne or excluded.is_object > alarm_word.is_object
      or excluded.is_text > alarm_word.is_text
  )
  update alarm_word_position set seq = (select max(seq) from changed)
  where partition = $1 and exists (select from changed)`;
