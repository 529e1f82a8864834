import { endpoints, type FilterPut, type FilterResource } from '@omc/api';
import type { OmcClient } from './omc-client.js';

/** Types whose usual windows of 90 s would make a demo a matter of patience. */
const SLOW_TYPES: readonly number[] = [29240, 29243, 29290];

/** Seconds of the windows for a demo. */
const DEMO_WINDOWS = { createWindow: 10, restoreWindow: 5 } as const;

/**
 * Shortens the windows of slow alarm types at the OMC, save those for which somebody has stored a filter.
 * Gives what it set. Rejects with RegistrationError when the OMC refuses.
 */
export async function shortenWindows(client: OmcClient): Promise<FilterPut[]> {
  const untouched = (await readFilters(client))
    .filter(({ ne, object, origin }) => ne === null && object === null && origin === 'catalogue')
    .map(({ alarmId }) => alarmId);
  const puts = SLOW_TYPES.filter((alarmId) => untouched.includes(alarmId)).map((alarmId) => ({
    alarmId,
    ...DEMO_WINDOWS,
  }));
  for (const put of puts) {
    const answer = await client.send('PUT', '/filters', put);
    if (answer.status !== 200) throw client.unexpected(`set the filter of ${put.alarmId}`, answer);
  }
  return puts;
}

async function readFilters(client: OmcClient): Promise<FilterResource[]> {
  const answer = await client.send('GET', '/filters');
  const page = endpoints.listFilters.answers.schema.safeParse(answer.body);
  if (!page.success) throw client.unexpected('read the filters', answer);
  return page.data.items;
}
