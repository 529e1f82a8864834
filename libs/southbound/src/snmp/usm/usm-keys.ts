import { createHash } from 'node:crypto';
import type { AuthProtocol, PrivProtocol } from '@omc/alarm';

/** How a protocol signs: its hash, and how many bytes of the digest travel (RFC 7860 §4). */
export const signing = {
  sha224: { hash: 'sha224', digestLength: 16 },
  sha256: { hash: 'sha256', digestLength: 24 },
  sha384: { hash: 'sha384', digestLength: 32 },
  sha512: { hash: 'sha512', digestLength: 48 },
} as const satisfies Record<AuthProtocol, object>;

/** How a protocol encrypts (RFC 3826 §3.1). */
export const encryption = {
  aes: { cipher: 'aes-128-cfb', keyLength: 16 },
  aes192: { cipher: 'aes-192-cfb', keyLength: 24 },
  aes256: { cipher: 'aes-256-cfb', keyLength: 32 },
} as const satisfies Record<PrivProtocol, object>;

const MEBIBYTE = 2 ** 20;

/** The key that a password stands for at every engine (RFC 3414 §A.2): as secret as the password. */
export function passwordKey(protocol: AuthProtocol, password: string): Buffer {
  return digest(protocol, Buffer.alloc(MEBIBYTE, Buffer.from(password)));
}

/** The key at one engine (RFC 3414 §2.6). */
export function localisedKey(protocol: AuthProtocol, key: Uint8Array, engineId: Uint8Array): Buffer {
  return digest(protocol, key, engineId, key);
}

/** The encryption key at one engine. Where the hash is too short for it, it is extended as net-snmp does (draft-blumenthal-aes-usm-04). */
export function localisedPrivKey(
  auth: AuthProtocol,
  priv: PrivProtocol,
  key: Uint8Array,
  engineId: Uint8Array,
): Buffer {
  const { keyLength } = encryption[priv];
  let localised = localisedKey(auth, key, engineId);
  while (localised.length < keyLength) localised = Buffer.concat([localised, digest(auth, localised)]);
  return localised.subarray(0, keyLength);
}

function digest(protocol: AuthProtocol, ...parts: readonly Uint8Array[]): Buffer {
  const hash = createHash(signing[protocol].hash);
  for (const part of parts) hash.update(part);
  return hash.digest();
}
