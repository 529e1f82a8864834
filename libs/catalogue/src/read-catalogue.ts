import type { Catalogue } from '@omc/alarm';
import type { CatalogueFault } from './catalogue-fault.js';
import { faultsOfRules } from './catalogue-rules.js';
import { type FileEntry, readEntry } from './file-entry.js';
import { type LocatedFault, readYaml, type YamlReading } from './read-yaml.js';

/** A catalogue without a fault, or every fault of its file, in the order of lines. */
export type CatalogueReading =
  | { readonly ok: true; readonly catalogue: Catalogue }
  | { readonly ok: false; readonly faults: readonly LocatedFault[] };

/** Reads the text of an alarm catalogue (YAML): shape, filters, and what the types say of each other. */
export function readCatalogue(text: string): CatalogueReading {
  const yaml = readYaml(text);
  if (!yaml.ok) return yaml;
  const { entries, faults } = readTypes(yaml.data);
  if (faults.length > 0) return { ok: false, faults: locate(faults, entries, yaml) };
  return {
    ok: true,
    catalogue: new Map(entries.flatMap(({ type }) => (type ? [[type.alarmId, type]] : []))),
  };
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
  yaml: Extract<YamlReading, { ok: true }>,
): LocatedFault[] {
  return faults
    .map(({ path, reason }) => ({
      line: yaml.lineOf(path),
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
