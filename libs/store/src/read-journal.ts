import type { JournalEntry } from '@omc/alarm';
import type { Pool } from 'pg';
import { copyOut } from './copy-out.js';
import { JOURNAL_COLUMNS, type JournalRow, journalEntryOf } from './journal-rows.js';

/** The journal after an entry, oldest first, page by page. */
export async function* readJournal(
  pool: Pool,
  partition: number,
  from: number,
): AsyncGenerator<readonly JournalEntry[], void, void> {
  const rows = copyOut<JournalRow>(
    pool,
    `select ${JOURNAL_COLUMNS} from journal where partition = ${partition} and seq > ${from} order by seq`,
  );
  for await (const page of rows) yield page.map(journalEntryOf);
}
