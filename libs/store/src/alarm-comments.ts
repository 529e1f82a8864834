import type { AlarmComment, RegistryWrite } from '@omc/alarm';
import type { ClientBase, Pool } from 'pg';
import { decodePageEnd, encodePageEnd } from './page-cursor.js';

/** A page of comments, and where the next begins. */
export interface CommentPage {
  readonly comments: readonly AlarmComment[];
  readonly nextCursor: string | null;
}

interface Row {
  id: string;
  alarm: string;
  at: Date;
  by: string;
  text: string;
}

/** Stores comments, within the batch's transaction. */
export async function addComments(
  client: ClientBase,
  writes: readonly Extract<RegistryWrite, { kind: 'add-comment' }>[],
): Promise<void> {
  const comments = writes.map(({ comment }) => comment);
  await client.query(
    `insert into alarm_comment (id, alarm, at, by, text)
     select * from unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::text[], $5::text[])`,
    [
      comments.map(({ id }) => id),
      comments.map(({ alarm }) => alarm),
      comments.map(({ at }) => new Date(at).toISOString()),
      comments.map(({ by }) => by),
      comments.map(({ text }) => text),
    ],
  );
}

/** The comments on an alarm, oldest first; undefined where the cursor is not one of this list. */
export async function readComments(
  pool: Pool,
  alarm: string,
  limit: number,
  cursor: string | undefined,
): Promise<CommentPage | undefined> {
  const sort = `comments ${alarm}`;
  const end = cursor === undefined ? undefined : decodePageEnd(cursor);
  if (cursor !== undefined && (end?.sort !== sort || typeof end.value !== 'number' || !UUID.test(end.id)))
    return undefined;
  const { rows } = await pool.query<Row>(
    `select id, alarm, at, by, text from alarm_comment
     where alarm = $1 and (at, id) > (to_timestamp($2::double precision / 1000), $3::uuid)
     order by at, id limit $4`,
    [alarm, end?.value ?? -1, end?.id ?? LEAST_ID, limit + 1],
  );
  const comments = rows.slice(0, limit).map((row) => ({ ...row, at: row.at.getTime() }));
  const last = rows.length > limit ? comments.at(-1) : undefined;
  return {
    comments,
    nextCursor: last === undefined ? null : encodePageEnd({ sort, value: last.at, id: last.id }),
  };
}

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
const LEAST_ID = '00000000-0000-0000-0000-000000000000';
