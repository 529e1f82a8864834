import { randomBytes } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sealKeys, unsealKeys } from './sealed-keys.js';

const secret = randomBytes(32);
const user = {
  name: 'station',
  authProtocol: 'sha256',
  privProtocol: 'aes',
  authKey: randomBytes(32),
  privKey: randomBytes(32),
} as const;

describe('keys that are sealed', () => {
  it('are themselves again with the same secret', () => {
    expect(unsealKeys(secret, user, sealKeys(secret, user))).toEqual(user);
  });

  it('look different each time, and do not show the keys', () => {
    const sealed = sealKeys(secret, user);
    expect(sealKeys(secret, user)).not.toBe(sealed);
    expect(Buffer.from(sealed, 'base64').includes(user.authKey)).toBe(false);
  });

  it.each([
    ['another secret', randomBytes(32), user],
    ['another name', secret, { ...user, name: 'other' }],
    ['another protocol', secret, { ...user, privProtocol: 'aes256' as const }],
  ])('stay shut with %s', (_, key, whose) => {
    expect(unsealKeys(key, whose, sealKeys(secret, user))).toBeUndefined();
  });

  it('stay shut when they were changed', () => {
    const bytes = Buffer.from(sealKeys(secret, user), 'base64');
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    expect(unsealKeys(secret, user, bytes.toString('base64'))).toBeUndefined();
    expect(unsealKeys(secret, user, 'AAAA')).toBeUndefined();
  });
});
