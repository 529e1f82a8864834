import type { AlarmType } from '@omc/alarm';
import { alarmIdSchema, alarmTypeSchema } from './alarm-type-schema.js';
import type { CatalogueFault, FilePath } from './catalogue-fault.js';

/** One entry of the file: its number as far as it can be read, and the type if the entry has the right shape. */
export interface FileEntry {
  readonly path: FilePath;
  readonly alarmId?: number;
  readonly type?: AlarmType;
  readonly faults: readonly CatalogueFault[];
}

/** Reads one entry by itself: its members, their values, what is missing and what nothing knows. */
export function readEntry(raw: unknown, path: FilePath): FileEntry {
  const parsed = alarmTypeSchema.safeParse(raw);
  if (parsed.success) return { path, alarmId: parsed.data.alarmId, type: parsed.data, faults: [] };
  const faults = parsed.error.issues.flatMap((issue) => faultsOfIssue(issue, path));
  const alarmId = alarmIdSchema.safeParse(memberOf(raw, 'alarmId'));
  return alarmId.success ? { path, alarmId: alarmId.data, faults } : { path, faults };
}

type Issue = NonNullable<ReturnType<typeof alarmTypeSchema.safeParse>['error']>['issues'][number];

/** A member that nothing knows is a fault of its own line, not of its parent's. */
function faultsOfIssue(issue: Issue, entry: FilePath): CatalogueFault[] {
  const path = [...entry, ...issue.path.map((part) => (typeof part === 'number' ? part : String(part)))];
  if (issue.code !== 'unrecognized_keys') return [{ path, reason: reasonOf(issue) }];
  return issue.keys.map((key) => ({ path: [...path, key], reason: 'is not a member of this' }));
}

function reasonOf(issue: Issue): string {
  const missing = issue.code === 'invalid_type' && issue.message.endsWith('received undefined');
  return missing ? 'is missing' : issue.message;
}

function memberOf(raw: unknown, name: string): unknown {
  return typeof raw === 'object' && raw !== null ? Reflect.get(raw, name) : undefined;
}
