import { once } from 'node:events';
import { createServer } from 'node:net';
import { setTimeout as delay } from 'node:timers/promises';
import { Failure } from '../failure.mjs';

const pollMs = 200;
const readyLimitMs = 180_000;

/**
 * Throws a `Failure` if another program listens where the OMC is going to; else its answers would be taken for the
 * OMC's. An address that makes no sense is left to the OMC to complain about.
 *
 * @param {{host: string, port: number}} place
 */
export async function checkPortIsFree({ host, port }) {
  if (port === 0) throw new Failure('The demo needs a fixed OMC_PORT.', 78);
  const server = createServer();
  try {
    server.listen(port, host);
    await once(server, 'listening');
  } catch (error) {
    if (error.code === 'EADDRINUSE')
      throw new Failure(`Port ${port} is in use: does an OMC run already? OMC_PORT chooses another port.`);
  } finally {
    server.close();
  }
}

/**
 * Waits until the OMC says that it is ready. Throws a `Failure` after three minutes, the signal's reason if it aborts.
 *
 * @param {string} url
 * @param {AbortSignal} signal
 */
export async function waitUntilReady(url, signal) {
  const giveUpAt = performance.now() + readyLimitMs;
  while (!(await isReady(url))) {
    signal.throwIfAborted();
    if (performance.now() > giveUpAt)
      throw new Failure('The OMC is not ready after three minutes, see its log.');
    await delay(pollMs, undefined, { signal });
  }
}

async function isReady(url) {
  try {
    return (await fetch(`${url}/readyz`, { signal: AbortSignal.timeout(2_000) })).ok;
  } catch {
    // Nobody listens yet.
    return false;
  }
}

/**
 * Whether `admin` may sign in with this password. The session is closed again.
 *
 * @param {string} url
 * @param {string} password
 */
export async function signsIn(url, password) {
  const session = `${url}/api/v1/session`;
  const answer = await fetch(session, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ user: 'admin', password }),
  });
  if (answer.status === 401) return false;
  if (!answer.ok) throw new Failure(`The OMC refuses to open a session (HTTP ${answer.status}).`);
  const { token } = await answer.json();
  await fetch(session, { method: 'DELETE', headers: { authorization: `Bearer ${token}` } });
  return true;
}
