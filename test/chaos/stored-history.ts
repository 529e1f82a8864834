import type { AlarmResource } from '@omc/api';
import type { OmcClient } from '@omc/harness';
import type { Life } from './key-model.js';
import type { KeyStory } from './key-run.js';
import type { StreamedKey } from './report-stream.js';

/** Every alarm that is stored, page by page, oldest first. */
export async function readHistory(client: OmcClient): Promise<AlarmResource[]> {
  const alarms: AlarmResource[] = [];
  for (let cursor = ''; ; ) {
    const { status, body } = await client.get<{ items: AlarmResource[]; nextCursor: string | null }>(
      `/api/v1/alarms?state=all&sort=raisedAt&limit=1000${cursor && `&cursor=${encodeURIComponent(cursor)}`}`,
    );
    if (status !== 200) throw new Error(`the history was refused: ${status}`);
    alarms.push(...body.items);
    if (body.nextCursor === null) return alarms;
    cursor = body.nextCursor;
  }
}

/** What was sent of each key and what is stored of it; and the alarms of no such key. */
export function storiesOf(
  keys: readonly StreamedKey[],
  history: readonly AlarmResource[],
): { readonly told: KeyStory[]; readonly others: AlarmResource[] } {
  const nameOf = (ne: string, object: string, alarmId: number) => `${ne} ${object} ${alarmId}`;
  const stored = new Map<string, Life[]>();
  for (const { element, object, alarmId } of keys) stored.set(nameOf(element.id, object, alarmId), []);
  const others: AlarmResource[] = [];
  for (const alarm of history) {
    const lives = stored.get(nameOf(alarm.ne, alarm.object, alarm.alarmId));
    if (lives === undefined) others.push(alarm);
    else lives.push(lifeOf(alarm));
  }
  const told = keys.map(({ element: { id: ne }, object, alarmId, sent }) => ({
    ...{ ne, object, alarmId, sent },
    stored: stored.get(nameOf(ne, object, alarmId)) ?? [],
  }));
  return { told, others };
}

/** What an alarm says of a life of its key. */
function lifeOf(alarm: AlarmResource): Life {
  return {
    faultAt: Date.parse(alarm.faultAt),
    raisedAt: Date.parse(alarm.raisedAt),
    intermittent: alarm.intermittent,
    clearedAt: alarm.clearedAt === null ? null : Date.parse(alarm.clearedAt),
    clearedBy: alarm.clearedBy,
    text: alarm.text,
    reports: alarm.reports,
    turns: alarm.reports,
  };
}

/** Alarms whose log does not tell one life from its raise to its clear, of those given. */
export async function brokenLogs(client: OmcClient, alarms: readonly AlarmResource[]): Promise<string[]> {
  const broken: string[] = [];
  for (const { id, version, state } of alarms) {
    const kinds = (await client.log(id)).map(({ kind }) => kind);
    const raised = kinds.filter((kind) => kind === 'raised').length;
    const cleared = kinds.filter((kind) => kind === 'cleared').length;
    // That reports were counted is a change, too, but not a line of the log.
    const whole = kinds.length <= version && kinds[0] === 'raised' && raised === 1;
    const ended = state === 'active' ? cleared === 0 : cleared === 1 && kinds.at(-1) === 'cleared';
    if (!whole || !ended) broken.push(`${id} (version ${version}, ${state}): ${kinds.join(', ')}`);
  }
  return broken;
}
