import type { AuditEntry, Json } from '@omc/alarm';
import type { ClientBase, Pool } from 'pg';

const COLUMNS = ['at', 'user_name', 'source', 'via', 'action', 'target', 'before', 'after'] as const;
const TYPES = ['timestamptz', 'text', 'text', 'text', 'text', 'text', 'json', 'json'] as const;

/** Adds entries to the audit log, in order; within the transaction that the client is in, where it is in one. */
export async function addAuditEntries(
  client: ClientBase | Pool,
  entries: readonly AuditEntry[],
): Promise<void> {
  await client.query(
    `insert into audit (${COLUMNS.join(', ')})
     select ${COLUMNS.join(', ')}
     from unnest(${TYPES.map((type, i) => `$${i + 1}::${type}[]`).join(', ')})
       with ordinality as done (${COLUMNS.join(', ')}, place)
     order by place`,
    [
      entries.map(({ at }) => new Date(at)),
      entries.map(({ user }) => user),
      entries.map(({ from }) => from),
      entries.map(({ via }) => via),
      entries.map(({ action }) => action),
      entries.map(({ target }) => target),
      entries.map(({ before }) => asText(before)),
      entries.map(({ after }) => asText(after)),
    ],
  );
}

function asText(value: Json): string | null {
  return value === null ? null : JSON.stringify(value);
}
