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

/** The columns of a `JournalRow`, in its order. */
export const JOURNAL_COLUMNS = `seq, kind, ne, object, alarm_id, date_part('epoch', at) * 1000, state, over_link,
  details, alarm, epoch, acked_seq, seen_seq, rule`;

/** A row of the journal as PostgreSQL writes it, a text for each column: a start reads hundreds of thousands. */
export type JournalRow = readonly [
  seq: string,
  kind: JournalKind,
  ne: string,
  object: string | null,
  alarmId: string | null,
  at: string,
  state: RawState | null,
  overLink: 't' | 'f' | null,
  details: string | null,
  alarm: string | null,
  epoch: string | null,
  ackedSeq: string | null,
  seenSeq: string | null,
  rule: string | null,
];

type Writable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

/** The entry that a row holds. */
export function journalEntryOf(row: JournalRow): JournalEntry {
  const [
    seq,
    kind,
    ne,
    object,
    alarmId,
    at,
    state,
    overLink,
    details,
    alarm,
    epoch,
    ackedSeq,
    seenSeq,
    rule,
  ] = row;
  // Member by member: spreading objects here costs more than everything else.
  const entry: Writable<JournalEntry> = { seq: Number(seq), kind, ne, at: Math.round(Number(at)) };
  if (object !== null) entry.object = object;
  if (alarmId !== null) entry.alarmId = Number(alarmId);
  if (state !== null) entry.state = state;
  if (overLink !== null) entry.overLink = overLink === 't';
  if (details !== null) entry.details = JSON.parse(details);
  if (alarm !== null) entry.alarm = alarm;
  if (epoch !== null) entry.epoch = epoch;
  if (ackedSeq !== null) entry.ackedSeq = Number(ackedSeq);
  if (seenSeq !== null) entry.seenSeq = Number(seenSeq);
  if (rule !== null) entry.rule = JSON.parse(rule);
  return entry;
}
