/** One member that was changed: by its path, and what it was and is; undefined where it was or is not there. */
export interface Difference {
  readonly path: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

const MOST_DEEP = 6;

/** What differs between two values as JSON has them, member by member; lists and plain values are compared whole. */
export function differencesOf(before: unknown, after: unknown): Difference[] {
  const [old, now] = [membersOf(before), membersOf(after)];
  return [...new Set([...old.keys(), ...now.keys()])]
    .filter((path) => old.get(path) !== now.get(path))
    .map((path) => ({ path, before: old.get(path), after: now.get(path) }));
}

/** Each member that is no object by its path, written out. */
function membersOf(value: unknown, path = '', deep = 0): Map<string, string> {
  if (value === null && path === '') return new Map();
  if (!isObject(value) || deep >= MOST_DEEP) return new Map([[path, written(value)]]);
  const members = new Map<string, string>();
  for (const [name, member] of Object.entries(value)) {
    const below = membersOf(member, path === '' ? name : `${path}.${name}`, deep + 1);
    for (const [each, text] of below) members.set(each, text);
  }
  return members;
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function written(value: unknown): string {
  if (typeof value === 'string') return value;
  return value === undefined ? '' : JSON.stringify(value);
}
