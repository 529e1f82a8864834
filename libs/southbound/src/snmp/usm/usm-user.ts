import type { AuthProtocol, PrivProtocol } from '@omc/alarm';
import { localisedKey, localisedPrivKey } from './usm-keys.js';

/** A user of SNMPv3 who signs and encrypts. The keys are those of the passwords, not of an engine: secret. */
export interface UsmUser {
  readonly name: string;
  readonly authProtocol: AuthProtocol;
  readonly privProtocol: PrivProtocol;
  readonly authKey: Uint8Array;
  readonly privKey: Uint8Array;
}

/** The keys of a user at one engine. */
export interface LocalisedUser {
  readonly user: UsmUser;
  readonly authKey: Uint8Array;
  readonly privKey: Uint8Array;
}

/** Works out the keys of a user at an engine. */
export function localised(user: UsmUser, engineId: Uint8Array): LocalisedUser {
  const { authProtocol, privProtocol, authKey, privKey } = user;
  return {
    user,
    authKey: localisedKey(authProtocol, authKey, engineId),
    privKey: localisedPrivKey(authProtocol, privProtocol, privKey, engineId),
  };
}
