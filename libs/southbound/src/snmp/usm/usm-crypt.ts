import { createCipheriv, createDecipheriv, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import {
  berOctets,
  encodeUserMessage,
  messageFlags,
  type UserMessage,
  type UserMessageHead,
} from '@omc/wire';

import { encryption, signing } from './usm-keys.js';
import type { LocalisedUser } from './usm-user.js';

/** What a message says of the authoritative engine. */
export interface EngineTime {
  readonly engineId: Uint8Array;
  readonly engineBoots: number;
  readonly engineTime: number;
}

/** Whether a message is signed by who holds the keys (RFC 7860 §4.2). */
export function isSignedBy(
  { authKey, user }: LocalisedUser,
  message: UserMessage,
  bytes: Uint8Array,
): boolean {
  const { digestLength } = signing[user.authProtocol];
  const { authDigest, digestAt } = message;
  if (authDigest.length !== digestLength) return false;
  return timingSafeEqual(authDigest, digestOf(user, authKey, bytes, digestAt));
}

/** The scoped PDU of an encrypted message; undefined where its salt is none. What a wrong key gives is no scoped PDU. */
export function decrypted({ privKey, user }: LocalisedUser, message: UserMessage): Uint8Array | undefined {
  if (message.privSalt.length !== SALT_BYTES) return undefined;
  const { cipher } = encryption[user.privProtocol];
  const decipher = createDecipheriv(cipher, privKey, initialVector(message, message.privSalt));
  return Buffer.concat([decipher.update(message.scopedPdu), decipher.final()]);
}

/** Encrypts a scoped PDU and signs the message. */
export function sealed(
  keys: LocalisedUser,
  engine: EngineTime,
  { id, flags }: Pick<UserMessageHead, 'id' | 'flags'>,
  scopedPdu: Uint8Array,
): Uint8Array {
  const privSalt = nextSalt();
  const { cipher } = encryption[keys.user.privProtocol];
  const encrypting = createCipheriv(cipher, keys.privKey, initialVector(engine, privSalt));
  const encrypted = Buffer.concat([encrypting.update(scopedPdu), encrypting.final()]);
  const secure = flags | messageFlags.authenticated | messageFlags.encrypted;
  return signed(keys, engine, { id, flags: secure, privSalt }, berOctets(encrypted));
}

/** Signs a message. */
export function signed(
  { user, authKey }: LocalisedUser,
  { engineId, engineBoots, engineTime }: EngineTime,
  { id, flags, privSalt }: Pick<UserMessageHead, 'id' | 'flags' | 'privSalt'>,
  scopedPdu: Uint8Array,
): Uint8Array {
  const { digestLength } = signing[user.authProtocol];
  const head = { id, flags, engineId, engineBoots, engineTime, user: user.name, digestLength, privSalt };
  const { bytes, digestAt } = encodeUserMessage(head, scopedPdu);
  bytes.set(digestOf(user, authKey, bytes, digestAt), digestAt);
  return bytes;
}

const SALT_BYTES = 8;

/** Must not come twice with the same key and engine time (RFC 3826 §3.1.1.1): counts on from anywhere. */
let salt = randomBytes(SALT_BYTES).readBigUInt64BE();

function nextSalt(): Uint8Array {
  salt = BigInt.asUintN(64, salt + 1n);
  const bytes = Buffer.alloc(SALT_BYTES);
  bytes.writeBigUInt64BE(salt);
  return bytes;
}

function initialVector(
  { engineBoots, engineTime }: Pick<EngineTime, 'engineBoots' | 'engineTime'>,
  privSalt: Uint8Array,
): Uint8Array {
  const clock = Buffer.alloc(8);
  clock.writeUInt32BE(engineBoots, 0);
  clock.writeUInt32BE(engineTime, 4);
  return Buffer.concat([clock, privSalt]);
}

/** The digest of the message with zeros in its place. */
function digestOf(
  { authProtocol }: LocalisedUser['user'],
  key: Uint8Array,
  bytes: Uint8Array,
  digestAt: number,
): Uint8Array {
  const { hash, digestLength } = signing[authProtocol];
  const mac = createHmac(hash, key);
  mac.update(bytes.subarray(0, digestAt));
  mac.update(new Uint8Array(digestLength));
  mac.update(bytes.subarray(digestAt + digestLength));
  return mac.digest().subarray(0, digestLength);
}
