import type { JournalEntry, JournalKind, RawState } from '@omc/alarm';
import { copyLine } from './copy-line.js';

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
  const { details, rule } = entry;
  const told = details !== undefined && Object.keys(details).length > 0;
  return copyLine([
    partition,
    entry.seq,
    entry.kind,
    entry.ne,
    entry.object,
    entry.alarmId,
    new Date(entry.at).toISOString(),
    entry.state,
    entry.overLink,
    told ? JSON.stringify(details) : null,
    entry.alarm,
    entry.epoch,
    entry.ackedSeq,
    entry.seenSeq,
    rule && JSON.stringify(rule),
  ]);
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
