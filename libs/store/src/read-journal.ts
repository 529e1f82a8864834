import type { JournalEntry } from '@omc/alarm';
import type { Pool } from 'pg';
import { JOURNAL_COLUMNS, type JournalRow, journalEntryOf } from './journal-rows.js';
import { readPages } from './read-pages.js';

/** Leaves every column as the text that came. */
const asText = { getTypeParser: () => (text: string) => text };

/** The journal after an entry, oldest first, page by page. */
export async function* readJournal(
  pool: Pool,
  partition: number,
  from: number,
): AsyncGenerator<readonly JournalEntry[], void, void> {
  const rows = readPages<JournalRow>(pool, {
    text: `select ${JOURNAL_COLUMNS} from journal where partition = $1 and seq > $2 order by seq`,
    values: [partition, from],
    rowMode: 'array',
    types: asText,
  });
  for await (const page of rows) yield page.map(journalEntryOf);
}
