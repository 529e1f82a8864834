import { OmcClient, type OmcClientSettings } from './omc-client.js';
import { putTopologies } from './put-topologies.js';
import { type RegisteredElement, type Registrations, registerElements } from './register-elements.js';
import { shortenWindows } from './shorten-windows.js';

const DEFAULT_RETRY_MS = 1000;

/** What a network is registered with. */
export interface RegistrationSettings extends Omit<OmcClientSettings, 'retryMs'> {
  /** Milliseconds between two attempts while the OMC is not there; 1,000. */
  readonly retryMs?: number;
  /** Also shorten the windows of slow alarm types, where nobody has set them. */
  readonly demo?: boolean;
}

/**
 * Registers NEs with an OMC, for which it waits, and says what it did. Rejects with RegistrationError, whose
 * message is for people, and with an AbortError when it is told to stop.
 */
export async function registerNetwork(
  elements: readonly RegisteredElement[],
  settings: RegistrationSettings,
): Promise<Registrations> {
  const client = new OmcClient({ retryMs: DEFAULT_RETRY_MS, ...settings });
  await client.signIn();
  const { added, known, moved } = await registerElements(client, elements);
  settings.tell(`registered at ${client.url}: ${added} added, ${known} there already, ${moved} moved`);
  const topologies = await putTopologies(client, elements);
  if (topologies !== undefined) settings.tell(topologies);
  if (settings.demo === true) settings.tell(describe(await shortenWindows(client)));
  await client.signOut();
  return { added, known, moved };
}

function describe(filters: Awaited<ReturnType<typeof shortenWindows>>): string {
  if (filters.length === 0) return 'demo: windows are left as somebody has set them';
  const [{ createWindow, restoreWindow } = {}] = filters;
  const types = filters.map(({ alarmId }) => alarmId).join(', ');
  return `demo: alarm types ${types} now raise after ${createWindow} s and clear after ${restoreWindow} s`;
}
