import { readFile } from 'node:fs/promises';
import type { Catalogue } from '@omc/alarm';
import { readCatalogue } from './read-catalogue.js';

/** The catalogue, or every fault of its file as `path:line: what is wrong`. */
export type LoadedCatalogue =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly faults: string[] };

/** Loads the alarm catalogue from a YAML file. A file that cannot be read is a fault too; nothing is thrown. */
export async function loadCatalogue(path: string): Promise<LoadedCatalogue> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => ({ error }));
  if (typeof text !== 'string')
    return { ok: false, faults: [`${path}: cannot be read: ${messageOf(text.error)}`] };
  const reading = readCatalogue(text);
  if (reading.ok) return reading;
  return { ok: false, faults: reading.faults.map(({ line, reason }) => `${path}:${line}: ${reason}`) };
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
