import { describe, expect, it } from 'vitest';
import { localisedKey, localisedPrivKey, passwordKey } from './usm-keys.js';

const ENGINE = Buffer.from('8000000001020304', 'hex');

/** What net-snmp 5.9.3 makes of `createUser -e 0x8000000001020304 user SHA-… "maplesyrup" AES-… "maplesyrup"`. */
const vectors = [
  [
    'sha224',
    'aes256',
    '882c6c7eb0837c475b4e50157cc21cb3b6eda29ae0b275f25dea1975',
    '882c6c7eb0837c475b4e50157cc21cb3b6eda29ae0b275f25dea19759afa7be2',
  ],
  [
    'sha256',
    'aes',
    '4db4cee8e397ea040d19927044eb5076156265883081700c8cd6056fcc88a64a',
    '4db4cee8e397ea040d19927044eb5076',
  ],
  [
    'sha384',
    'aes192',
    '19b1e375dda001dac7f15506b46ac73aa8683188f398ff021a6cebc33f751ad67a63843ef7818fd103fd89b9019d7477',
    '19b1e375dda001dac7f15506b46ac73aa8683188f398ff02',
  ],
  [
    'sha512',
    'aes256',
    '90049f00d93cac339cebbb2d6af3986e875fe9141cd35cd285d577fc59203887662a2fe925f4fe696c3141747cc338ca29123c7f047229262aeb4c770cd224f4',
    '90049f00d93cac339cebbb2d6af3986e875fe9141cd35cd285d577fc59203887',
  ],
] as const;

describe('keys of SNMPv3', () => {
  it.each(vectors)('of %s and %s are those of net-snmp', (auth, priv, authKey, privKey) => {
    const key = passwordKey(auth, 'maplesyrup');
    expect(localisedKey(auth, key, ENGINE).toString('hex')).toBe(authKey);
    expect(localisedPrivKey(auth, priv, key, ENGINE).toString('hex')).toBe(privKey);
  });
});
