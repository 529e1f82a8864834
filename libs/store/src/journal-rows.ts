import type { JournalEntry, JournalKind, RawState } from '@omc/alarm';

/** The statement that a journal's lines are streamed into. */
export const COPY_JOURNAL = `copy journal (partition, seq, kind, ne, object, alarm_id, at, state, over_link, details,
  alarm, epoch, acked_seq, seen_seq, rule) from stdin`;

/** Entries as lines of COPY's text format. */
export function journalLines(partition: number, entries: readonly JournalEntry[]): string {
  let lines = '';
  for (const entry of entries) lines += lineOf(partition, entry);
  return lines;
}

function lineOf(partition: number, entry: JournalEntry): string {
  const { details } = entry;
  const told = details !== undefined && Object.keys(details).length > 0;
  const fields = [
    partition,
    entry.seq,
    entry.kind,
    escaped(entry.ne),
    escaped(entry.object),
    entry.alarmId ?? NULL,
    new Date(entry.at).toISOString(),
    entry.state ?? NULL,
    entry.overLink ?? NULL,
    told ? escaped(JSON.stringify(details)) : NULL,
    entry.alarm ?? NULL,
    escaped(entry.epoch),
    entry.ackedSeq ?? NULL,
    entry.seenSeq ?? NULL,
    entry.rule === undefined ? NULL : escaped(JSON.stringify(entry.rule)),
  ];
  // Joined at once: adding up so many pieces makes as many strings.
  return `${fields.join('\t')}\n`;
}

const NULL = '\\N';
const SPECIAL = /[\\\n\r\t]/;

function escaped(text: string | undefined): string {
  if (text === undefined) return NULL;
  if (!SPECIAL.test(text)) return text;
  return text
    .replaceAll('\\', '\\\\')
    .replaceAll('\n', '\\n')
    .replaceAll('\r', '\\r')
    .replaceAll('\t', '\\t');
}

/** A row of the table `journal` as pg gives it. */
export interface JournalRow {
  seq: string;
  kind: JournalKind;
  ne: string;
  object: string | null;
  alarm_id: number | null;
  at: Date;
  state: RawState | null;
  over_link: boolean | null;
  details: JournalEntry['details'] | null;
  alarm: string | null;
  epoch: string | null;
  acked_seq: string | null;
  seen_seq: string | null;
  rule: JournalEntry['rule'] | null;
}

/** The entry that a row holds. */
export function journalEntryOf(row: JournalRow): JournalEntry {
  return {
    seq: Number(row.seq),
    kind: row.kind,
    ne: row.ne,
    at: row.at.getTime(),
    ...(row.object === null ? {} : { object: row.object }),
    ...(row.alarm_id === null ? {} : { alarmId: row.alarm_id }),
    ...(row.state === null ? {} : { state: row.state }),
    ...(row.over_link === null ? {} : { overLink: row.over_link }),
    ...(row.details == null ? {} : { details: row.details }),
    ...(row.alarm === null ? {} : { alarm: row.alarm }),
    ...(row.epoch === null ? {} : { epoch: row.epoch }),
    ...(row.acked_seq === null ? {} : { ackedSeq: Number(row.acked_seq) }),
    ...(row.seen_seq === null ? {} : { seenSeq: Number(row.seen_seq) }),
    ...(row.rule == null ? {} : { rule: row.rule }),
  };
}
