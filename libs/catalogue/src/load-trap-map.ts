import { readFile } from 'node:fs/promises';
import { type TrapMap, TrapMapper } from '@omc/wire';
import type { FilePath } from './catalogue-fault.js';
import { type LocatedFault, readYaml } from './read-yaml.js';
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
  const yaml = readYaml(text);
  if (!yaml.ok) return yaml;
  const locate = (path: FilePath, reason: string) => ({
    line: yaml.lineOf(path),
    reason: `${nameOf(path)}${reason}`,
  });
  const parsed = trapMapSchema.safeParse(yaml.data);
  if (!parsed.success)
    return {
      ok: false,
      faults: parsed.error.issues.flatMap((issue) => {
        const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
        if (issue.code === 'unrecognized_keys')
          return issue.keys.map((key) => locate([...path, key], 'is not a member of this'));
        return [locate(path, issue.message)];
      }),
    };
  const { names, rules } = parsed.data;
  const map = { names: { ...Object.fromEntries(known), ...names }, rules };
  const mapper = TrapMapper.compile(map);
  if (mapper instanceof TrapMapper) return { ok: true, mapper, map };
  return { ok: false, faults: mapper.faults.map(({ path, reason }) => locate(path, reason)) };
}

/** How a person calls the place: rules are numbered from 1. */
function nameOf(path: FilePath): string {
  const [top, at, ...members] = path;
  if (top === undefined) return '';
  const place = typeof at === 'number' ? [`rule ${at + 1}`, members.join('.')] : [String(top), at ?? ''];
  return `${place.filter(Boolean).join(', ')}: `;
}
