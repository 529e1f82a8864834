import type { Pool } from 'pg';

/** What a note sticks to: an NE, an alarm type, or a type in an NE. At least one is given. */
export interface NotePlace {
  readonly ne?: string;
  readonly alarmId?: number;
}

/** A note that is shown with each alarm of its place, until somebody takes it away. */
export interface Note extends NotePlace {
  readonly text: string;
  readonly by: string;
  readonly at: number;
}

/** Keeps the notes. */
export class Notes {
  readonly #pool: Pool;

  constructor(pool: Pool) {
    this.#pool = pool;
  }

  /** All of them. */
  async all(): Promise<Note[]> {
    const { rows } = await this.#pool.query<Row>(`select ${COLUMNS} from note order by ne, alarm_id`);
    return rows.map(noteOf);
  }

  /** Those that stick to an alarm's NE, to its type, or to both. */
  async of({ ne, alarmId }: Required<NotePlace>): Promise<Note[]> {
    const { rows } = await this.#pool.query<Row>(
      `select ${COLUMNS} from note
       where (ne = $1 or ne is null) and (alarm_id = $2 or alarm_id is null) order by ne, alarm_id`,
      [ne, alarmId],
    );
    return rows.map(noteOf);
  }

  /** Sticks a note to a place, instead of the one that is there. */
  async put({ ne, alarmId }: NotePlace, text: string, by: string): Promise<Note> {
    const { rows } = await this.#pool.query<Row>(
      `insert into note (ne, alarm_id, text, changed_by) values ($1, $2, $3, $4)
       on conflict (ne, alarm_id) do update
       set text = excluded.text, changed_by = excluded.changed_by, changed_at = now()
       returning ${COLUMNS}`,
      [ne ?? null, alarmId ?? null, text, by],
    );
    const [row] = rows;
    if (row === undefined) throw new Error('PostgreSQL gave no row back');
    return noteOf(row);
  }

  /** Takes a note away; false where there is none. */
  async remove({ ne, alarmId }: NotePlace): Promise<boolean> {
    const { rowCount } = await this.#pool.query(
      'delete from note where ne is not distinct from $1 and alarm_id is not distinct from $2',
      [ne ?? null, alarmId ?? null],
    );
    return rowCount === 1;
  }
}

const COLUMNS = 'ne, alarm_id, text, changed_by, changed_at';

interface Row {
  ne: string | null;
  alarm_id: number | null;
  text: string;
  changed_by: string;
  changed_at: Date;
}

function noteOf({ ne, alarm_id, text, changed_by, changed_at }: Row): Note {
  return {
    ...(ne === null ? {} : { ne }),
    ...(alarm_id === null ? {} : { alarmId: alarm_id }),
    text,
    by: changed_by,
    at: changed_at.getTime(),
  };
}
