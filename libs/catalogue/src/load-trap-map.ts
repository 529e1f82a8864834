import { readFile } from 'node:fs/promises';
import { type TrapMap, TrapMapper } from '@omc/wire';
import type { LocatedFault } from './read-yaml.js';
import { readYamlAs } from './read-yaml-as.js';
import { trapMapSchema } from './trap-map-schema.js';

/** What notifications mean, or every fault of the file as `path:line: what is wrong`. */
export type LoadedTrapMap =
  | { readonly ok: true; readonly mapper: TrapMapper; readonly map: TrapMap }
  | { readonly ok: false; readonly faults: readonly string[] };

/** OIDs by names that a mapping may use beside its own. */
export type KnownOids = ReadonlyMap<string, string>;

/** Loads the mapping of notifications from a YAML file. A file that cannot be read is a fault too. */
export async function loadTrapMap(path: string, known?: KnownOids): Promise<LoadedTrapMap> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => ({ error }));
  if (typeof text !== 'string')
    return { ok: false, faults: [`${path}: cannot be read: ${String(text.error)}`] };
  const reading = readTrapMap(text, known);
  if (reading.ok) return reading;
  return { ok: false, faults: reading.faults.map(({ line, reason }) => `${path}:${line}: ${reason}`) };
}

/** Reads the text of a mapping (YAML): shape, patterns, templates. */
export function readTrapMap(
  text: string,
  known: KnownOids = new Map(),
):
  | { readonly ok: true; readonly mapper: TrapMapper; readonly map: TrapMap }
  | { readonly ok: false; readonly faults: readonly LocatedFault[] } {
  const read = readYamlAs(text, trapMapSchema);
  if (!read.ok) return read;
  const { names, rules } = read.data;
  const map = { names: { ...Object.fromEntries(known), ...names }, rules };
  const mapper = TrapMapper.compile(map);
  if (mapper instanceof TrapMapper) return { ok: true, mapper, map };
  return { ok: false, faults: mapper.faults.map(({ path, reason }) => read.locate(path, reason)) };
}
