import { isPlainObject, Members } from './members.js';
import { type Parsed, refused } from './parsed.js';

/** Reads one line as a JSON object and hands its members to the reader that its `t` names. */
export function parseObject<T>(
  line: string,
  kinds: string,
  read: (kind: unknown, members: Members) => T | undefined,
): Parsed<T> {
  const value = parseJson(line);
  if (!isPlainObject(value)) return refused('the line must be one JSON object');
  const members = new Members(value);
  const message = read(value['t'], members);
  if (message === undefined) return refused(`t must be ${kinds}`);
  return members.reason === undefined ? { ok: true, message } : refused(members.reason);
}

/** JSON, or undefined: JSON itself cannot say undefined. */
function parseJson(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
