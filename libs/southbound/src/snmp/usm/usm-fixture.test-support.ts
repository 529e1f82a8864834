import type { AuthProtocol, PrivProtocol } from '@omc/alarm';
import { OwnEngine } from './own-engine.js';
import { PeerClocks } from './peer-clocks.js';
import { passwordKey } from './usm-keys.js';
import type { UsmUser } from './usm-user.js';
import { UsmUsers } from './usm-users.js';

export const AUTH_PASSWORD = 'correct horse';
export const PRIV_PASSWORD = 'battery staple';

/** The OMC's engine in tests. */
const ENGINE_ID = Buffer.from('80007ed9054f4d432d74657374', 'hex');

/** A user with the passwords above. */
export function usmUser(
  name: string,
  authProtocol: AuthProtocol = 'sha256',
  privProtocol: PrivProtocol = 'aes',
): UsmUser {
  return {
    name,
    authProtocol,
    privProtocol,
    authKey: passwordKey(authProtocol, AUTH_PASSWORD),
    privKey: passwordKey(authProtocol, PRIV_PASSWORD),
  };
}

/** What a receiver needs for SNMPv3. */
export function usmParts(users: readonly UsmUser[] = [], clock = { now: () => 0 }, peers = new PeerClocks()) {
  const known = new UsmUsers();
  for (const user of users) known.put(user);
  return { users: known, engine: new OwnEngine(ENGINE_ID, 3, clock), peers };
}
