import type { Topology } from '@omc/alarm';
import { type NePost, neResource } from '@omc/api';
import { from, lastValueFrom, mergeMap, reduce } from 'rxjs';
import type { OmcClient } from './omc-client.js';
import { RegistrationError } from './registration-error.js';

/** Requests that are under way at the same time. */
const PARALLEL = 8;

/** An NE as it is registered. */
export interface RegisteredElement {
  readonly id: string;
  readonly host: string;
  readonly port: number;
  /** What its objects require; the OMC is not told where it is left out. */
  readonly topology?: Topology;
}

/** What became of NEs that were registered: new ones, those there already, those there at another address. */
export type Registrations = Readonly<Record<'added' | 'known' | 'moved', number>>;

/** Registers NEs with the OMC, some at a time. Rejects with RegistrationError when one of them is refused. */
export function registerElements(
  client: OmcClient,
  elements: readonly RegisteredElement[],
): Promise<Registrations> {
  const none = { added: 0, known: 0, moved: 0 };
  return lastValueFrom(
    from(elements).pipe(
      mergeMap((element) => register(client, element), PARALLEL),
      reduce((counts, outcome) => ({ ...counts, [outcome]: counts[outcome] + 1 }), none),
    ),
  );
}

async function register(client: OmcClient, element: RegisteredElement): Promise<keyof Registrations> {
  const { id, host, port } = element;
  const body: NePost = { id, kind: 'link', host, port };
  const answer = await client.send('POST', '/nes', body);
  if (answer.status === 201) return 'added';
  if (answer.status !== 409) throw client.unexpected(`register ${id} (${host}:${port})`, answer);
  return await agree(client, element);
}

/** The NE is there already: what counts is where it is. */
async function agree(client: OmcClient, element: RegisteredElement): Promise<keyof Registrations> {
  const { id, host, port } = element;
  const answer = await client.send('GET', `/nes/${id}`);
  const known = neResource.safeParse(answer.body);
  if (!known.success) throw client.unexpected(`read ${id}`, answer);
  if (known.data.kind !== 'link')
    throw new RegistrationError(`${id} is registered at ${client.url} already, but not as one with a link`);
  if (known.data.host === host && known.data.port === port) return 'known';
  const moved = await client.send('PATCH', `/nes/${id}`, { host, port });
  if (moved.status !== 200) throw client.unexpected(`move ${id} to ${host}:${port}`, moved);
  return 'moved';
}
