import { readFile } from 'node:fs/promises';
import { type SnmpUserPost, snmpUserPost } from '@omc/api';
import { z } from 'zod';
import { readYamlAs } from './read-yaml-as.js';

const file = z.strictObject({
  users: z
    .array(snmpUserPost)
    .refine((users) => new Set(users.map(({ user }) => user)).size === users.length, {
      message: 'names a user more than once',
    }),
});

/** The users of SNMPv3 of a file, or every fault of it as `path:line: what is wrong`. */
export type LoadedSnmpUsers =
  | { readonly ok: true; readonly users: readonly SnmpUserPost[] }
  | { readonly ok: false; readonly faults: readonly string[] };

/** Loads users of SNMPv3 from a YAML file. A file that cannot be read is a fault too. */
export async function loadSnmpUsers(path: string): Promise<LoadedSnmpUsers> {
  const text = await readFile(path, 'utf8').catch((error: unknown) => ({ error }));
  if (typeof text !== 'string')
    return { ok: false, faults: [`${path}: cannot be read: ${String(text.error)}`] };
  const read = readYamlAs(text, file);
  if (read.ok) return { ok: true, users: read.data.users };
  return { ok: false, faults: read.faults.map(({ line, reason }) => `${path}:${line}: ${reason}`) };
}
