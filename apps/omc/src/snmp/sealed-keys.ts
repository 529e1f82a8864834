import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto';
import type { UsmUser } from '@omc/southbound';

const CIPHER = 'aes-256-gcm';
const NONCE_BYTES = 12;
const TAG_BYTES = 16;

type Named = Pick<UsmUser, 'name' | 'authProtocol' | 'privProtocol'>;

/** Seals the keys of a user, bound to its name and protocols (AES-256-GCM; nonce, tag and text in base64). */
export function sealKeys(secret: Uint8Array, user: UsmUser): string {
  const nonce = randomBytes(NONCE_BYTES);
  const cipher = createCipheriv(CIPHER, secret, nonce).setAAD(boundTo(user));
  const text = Buffer.concat([cipher.update(user.authKey), cipher.update(user.privKey), cipher.final()]);
  return Buffer.concat([nonce, cipher.getAuthTag(), text]).toString('base64');
}

/** The user with its keys; undefined where they were sealed with another secret, or for another user. */
export function unsealKeys(secret: Uint8Array, user: Named, sealed: string): UsmUser | undefined {
  const bytes = Buffer.from(sealed, 'base64');
  if (bytes.length < NONCE_BYTES + TAG_BYTES) return undefined;
  const decipher = createDecipheriv(CIPHER, secret, bytes.subarray(0, NONCE_BYTES), {
    authTagLength: TAG_BYTES,
  });
  decipher.setAAD(boundTo(user)).setAuthTag(bytes.subarray(NONCE_BYTES, NONCE_BYTES + TAG_BYTES));
  try {
    const keys = Buffer.concat([decipher.update(bytes.subarray(NONCE_BYTES + TAG_BYTES)), decipher.final()]);
    const { name, authProtocol, privProtocol } = user;
    // Both come from the same hash, and so are equally long.
    const half = keys.length / 2;
    return {
      name,
      authProtocol,
      privProtocol,
      authKey: keys.subarray(0, half),
      privKey: keys.subarray(half),
    };
  } catch {
    // The tag is wrong.
    return undefined;
  }
}

function boundTo({ name, authProtocol, privProtocol }: Named): Uint8Array {
  return Buffer.from(JSON.stringify([name, authProtocol, privProtocol]));
}
