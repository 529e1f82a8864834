import type { z } from 'zod';
import type { FilePath } from './catalogue-fault.js';
import { type LocatedFault, readYaml } from './read-yaml.js';

/** What a file holds, checked; or every fault with its line. */
export type ReadAs<Data> =
  | { readonly ok: true; readonly data: Data; locate(path: FilePath, reason: string): LocatedFault }
  | { readonly ok: false; readonly faults: readonly LocatedFault[] };

/** Reads YAML of a shape. */
export function readYamlAs<Schema extends z.ZodType>(text: string, schema: Schema): ReadAs<z.output<Schema>> {
  const yaml = readYaml(text);
  if (!yaml.ok) return yaml;
  const locate = (path: FilePath, reason: string) => ({
    line: yaml.lineOf(path),
    reason: `${nameOf(path)}${reason}`,
  });
  const parsed = schema.safeParse(yaml.data);
  if (parsed.success) return { ok: true, data: parsed.data, locate };
  return {
    ok: false,
    faults: parsed.error.issues.flatMap((issue) => {
      const path = issue.path.map((part) => (typeof part === 'number' ? part : String(part)));
      if (issue.code === 'unrecognized_keys')
        return issue.keys.map((key) => locate([...path, key], 'is not a member of this'));
      return [locate(path, issue.message)];
    }),
  };
}

/** How a person calls the place: what a list holds is numbered from 1. */
function nameOf(path: FilePath): string {
  const [top, at, ...members] = path;
  if (top === undefined) return '';
  const place =
    typeof at === 'number'
      ? [`${String(top).replace(/s$/, '')} ${at + 1}`, members.join('.')]
      : [String(top), at ?? ''];
  return `${place.filter(Boolean).join(', ')}: `;
}
