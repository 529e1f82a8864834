import type { AuditEntry } from '@omc/alarm';
import type { Pool } from 'pg';
import { addAuditEntries } from './audit-log.js';
import { inTransaction } from './in-transaction.js';

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

  /** Sticks a note to a place, instead of the one that is there; its entry in the audit log tells both. */
  put(place: NotePlace, text: string, by: string, entryOf: EntryOf): Promise<Note> {
    return inTransaction(this.#pool, async (client) => {
      const was = await client.query<Row>(
        `select ${COLUMNS} from note ${AT_PLACE} for update`,
        placeOf(place),
      );
      const { rows } = await client.query<Row>(
        `insert into note (ne, alarm_id, text, changed_by) values ($1, $2, $3, $4)
         on conflict (ne, alarm_id) do update
         set text = excluded.text, changed_by = excluded.changed_by, changed_at = now()
         returning ${COLUMNS}`,
        [...placeOf(place), text, by],
      );
      const [row] = rows;
      if (row === undefined) throw new Error('PostgreSQL gave no row back');
      await addAuditEntries(client, [entryOf(was.rows[0]?.text ?? null, text)]);
      return noteOf(row);
    });
  }

  /** Takes a note away, with an entry in the audit log; false where there is none. */
  remove(place: NotePlace, entryOf: EntryOf): Promise<boolean> {
    return inTransaction(this.#pool, async (client) => {
      const { rows } = await client.query<Row>(
        `delete from note ${AT_PLACE} returning ${COLUMNS}`,
        placeOf(place),
      );
      const [row] = rows;
      if (row !== undefined) await addAuditEntries(client, [entryOf(row.text, null)]);
      return row !== undefined;
    });
  }
}

/** The entry of the audit log for a text that took the place of another; null is no note. */
type EntryOf = (before: string | null, after: string | null) => AuditEntry;

const AT_PLACE = 'where ne is not distinct from $1 and alarm_id is not distinct from $2';

function placeOf({ ne, alarmId }: NotePlace): [string | null, number | null] {
  return [ne ?? null, alarmId ?? null];
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
