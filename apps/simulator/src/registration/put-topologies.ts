import { from, last, lastValueFrom, mergeMap, takeWhile } from 'rxjs';
import type { OmcClient } from './omc-client.js';
import type { RegisteredElement } from './register-elements.js';

/** Requests that are under way at the same time. */
const PARALLEL = 8;

/**
 * Tells the OMC what the objects of each NE require, and gives what there is to say of it. An OMC without an endpoint
 * for that is told of, and left as it is: it supervises, but finds no root causes. Rejects with RegistrationError
 * when a topology is refused.
 */
export async function putTopologies(
  client: OmcClient,
  elements: readonly RegisteredElement[],
): Promise<string | undefined> {
  const known = elements.filter(({ topology }) => topology !== undefined);
  if (known.length === 0) return undefined;
  const isTaken = await lastValueFrom(
    from(known).pipe(
      mergeMap((element) => put(client, element), PARALLEL),
      takeWhile((taken) => taken, true),
      last(),
    ),
  );
  if (isTaken) return `${known.length} topologies told`;
  return `the OMC at ${client.url} takes no topologies (it answers 404 to PUT /api/v1/nes/{id}/topology): it will find no root causes`;
}

/** Whether the OMC takes topologies. */
async function put(client: OmcClient, { id, topology }: RegisteredElement): Promise<boolean> {
  const answer = await client.send('PUT', `/nes/${id}/topology`, topology);
  if (answer.status !== 200 && answer.status !== 404)
    throw client.unexpected(`tell the topology of ${id}`, answer);
  return answer.status === 200;
}
