import type { LineAnswer } from '@omc/api';
import { problemOf, send } from './request.js';

/** What can be sent line by line. */
export type BulkPath = '/nes/bulk' | '/topology/bulk';

/** Sends NDJSON, and gives the answer to each line, in order. Throws as `request` does. */
export async function sendLines(path: BulkPath, lines: readonly string[]): Promise<LineAnswer[]> {
  const response = await send(`/api/v1${path}`, {
    method: 'POST',
    credentials: 'same-origin',
    headers: { 'content-type': 'application/x-ndjson' },
    body: `${lines.join('\n')}\n`,
  });
  if (!response.ok) throw await problemOf(response);
  const text = await response.text();
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line) as LineAnswer);
}
