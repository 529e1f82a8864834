import { type Document, LineCounter, parseDocument } from 'yaml';
import type { FilePath } from './catalogue-fault.js';
import { lineOf } from './file-lines.js';

/** A fault with the line (from 1) on which to mend it. */
export interface LocatedFault {
  readonly line: number;
  readonly reason: string;
}

/** The data of a YAML text, and where each part of it stands; or what is wrong with the text. */
export type YamlReading =
  | { readonly ok: true; readonly data: unknown; lineOf(path: FilePath): number }
  | { readonly ok: false; readonly faults: readonly LocatedFault[] };

/** Reads YAML. What it warns of is a fault too. */
export function readYaml(text: string): YamlReading {
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
  return { ok: true, data: raw.data, lineOf: (path) => lineOf(document, lines, path) };
}

/** The file's data without its lines. Aliases without an anchor are found only here. */
function plainData(document: Document): { readonly data: unknown } | { readonly reason: string } {
  try {
    return { data: document.toJS() };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error) };
  }
}
