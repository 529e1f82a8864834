import { type AuditResource, toRfc3339 } from '@omc/api';
import type { AuditLog, AuditSelection, StoredAuditEntry } from '@omc/store';
import { BYTE_ORDER_MARK, csvLine } from './csv.js';

const PAGE = 1_000;

/** An entry as REST shows it. */
export function auditToResource({ at, ...entry }: StoredAuditEntry): AuditResource {
  return { ...entry, at: toRfc3339(at) };
}

/** The audit log as CSV, piece by piece, the newest first. */
export async function* auditAsCsv(log: AuditLog, selection: AuditSelection): AsyncIterable<string> {
  yield BYTE_ORDER_MARK;
  yield csvLine(['id', 'at', 'user', 'from', 'via', 'action', 'target', 'before', 'after']);
  for await (const page of pagesOf(log, selection)) {
    const lines = page.map(({ id, at, user, from, via, action, target, before, after }) =>
      csvLine([
        ...[String(id), toRfc3339(at), user, from, via, action, target],
        ...[before, after].map((state) => (state === null ? '' : JSON.stringify(state))),
      ]),
    );
    yield lines.join('');
  }
}

/** The audit log as one JSON array, piece by piece, the newest first. */
export async function* auditAsJson(log: AuditLog, selection: AuditSelection): AsyncIterable<string> {
  let separator = '[\n';
  for await (const page of pagesOf(log, selection)) {
    yield separator + page.map((entry) => JSON.stringify(auditToResource(entry))).join(',\n');
    separator = ',\n';
  }
  yield separator === '[\n' ? '[]\n' : '\n]\n';
}

async function* pagesOf(log: AuditLog, selection: AuditSelection): AsyncIterable<StoredAuditEntry[]> {
  let before: number | undefined;
  for (;;) {
    const page = await log.page(selection, PAGE, before);
    if (page.length > 0) yield page;
    before = page.at(-1)?.id;
    if (page.length < PAGE) return;
  }
}
