import type { Catalogue } from '@omc/alarm';
import { type Document, LineCounter, parseDocument } from 'yaml';
import type { CatalogueFault } from './catalogue-fault.js';
import { faultsOfRules } from './catalogue-rules.js';
import { type FileEntry, readEntry } from './file-entry.js';
import { lineOf } from './file-lines.js';

/** A fault with the line (from 1) on which to mend it. */
export interface LocatedFault {
  readonly line: number;
  readonly reason: string;
}

/** A catalogue without a fault, or every fault of its file, in the order of lines. */
export type CatalogueReading =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly faults: readonly LocatedFault[] };

/** Reads the text of an alarm catalogue (YAML): shape, filters, and what the types say of each other. */
export function readCatalogue(text: string): CatalogueReading {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const broken = [...document.errors, ...document.warnings];
  if (broken.length > 0)
    return {
      ok: false,
      faults: broken.map(({ pos, message }) => ({ line: lines.linePos(pos[0]).line, reason: message })),
    };
  const raw = plainData(document);
  if ('reason' in raw) return { ok: false, faults: [{ line: 1, reason: raw.reason }] };
  const { entries, faults } = readTypes(raw.data);
  if (faults.length > 0) return { ok: false, faults: locate(faults, entries, document, lines) };
  return {
    ok: true,
    catalogue: new Map(entries.flatMap(({ type }) => (type ? [[type.alarmId, type]] : []))),
  };
}

/** The file's data without its lines. Aliases without an anchor are found only here. */
function plainData(document: Document): { readonly data: unknown } | { readonly reason: string } {
  try {
    return { data: document.toJS() };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}

interface File {
  readonly entries: readonly FileEntry[];
  readonly faults: readonly CatalogueFault[];
}

function readTypes(raw: unknown): File {
  const { types, ...others } = isRecord(raw) ? raw : { types: undefined };
  const strangers = Object.keys(others).map((name) => ({ path: [name], reason: 'is not a member of this' }));
  if (!Array.isArray(types) || types.length === 0)
    return {
      entries: [],
      faults: [...strangers, { path: ['types'], reason: 'must be a list of alarm types' }],
    };
  const entries = types.map((entry: unknown, at) => readEntry(entry, ['types', at]));
  return {
    entries,
    faults: [...strangers, ...entries.flatMap((entry) => entry.faults), ...faultsOfRules(entries)],
  };
}

function isRecord(raw: unknown): raw is Record<string, unknown> {
  return typeof raw === 'object' && raw !== null && !Array.isArray(raw);
}

function locate(
  faults: readonly CatalogueFault[],
  entries: readonly FileEntry[],
  document: Document,
  lines: LineCounter,
): LocatedFault[] {
  return faults
    .map(({ path, reason }) => ({
      line: lineOf(document, lines, path),
      reason: `${nameOf(path, entries)}: ${reason}`,
    }))
    .sort((one, other) => one.line - other.line);
}

/** How a person calls the place: the alarmId rather than the position in the list. */
function nameOf(path: CatalogueFault['path'], entries: readonly FileEntry[]): string {
  const [top, at, ...members] = path;
  if (typeof at !== 'number') return String(top);
  const alarmId = entries[at]?.alarmId;
  return [alarmId === undefined ? `entry ${at + 1}` : `type ${alarmId}`, members.join('.')]
    .filter(Boolean)
    .join(', ');
}
