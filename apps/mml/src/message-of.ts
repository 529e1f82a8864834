import type { TextKey } from './texts.js';
import type { Voice } from './voice.js';

/** The codes of system errors that the program has words for. */
const words: Readonly<Record<string, TextKey>> = {
  ECONNREFUSED: 'connectionRefused',
  ENOTFOUND: 'noSuchHost',
  EAI_AGAIN: 'nameNotFound',
  ECONNRESET: 'brokenOff',
  EHOSTUNREACH: 'noRoute',
  ETIMEDOUT: 'noAnswer',
  ABORT_ERR: 'noAnswerInTime',
  ENOENT: 'noSuchFile',
  EACCES: 'mayNotRead',
  EISDIR: 'isFolder',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'untrusted',
  CERT_SIGNATURE_FAILURE: 'untrusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'otherName',
  CERT_HAS_EXPIRED: 'certificateExpired',
  EPROTO: 'noTls',
  ERR_SSL_WRONG_VERSION_NUMBER: 'noTls',
  ERR_SSL_PACKET_LENGTH_TOO_LONG: 'noTls',
};

/** What is known of a failure, in one line and in the language of the voice as far as there are words for it. */
export function reasonOf(error: unknown, voice: Voice): string {
  const word = words[codeOf(error)];
  if (word === undefined) return messageOf(error);
  return `${placeOf(error)}${voice.say(word)}`;
}

/** What is known of a failure, in one line. */
function messageOf(error: unknown): string {
  return error instanceof Error && error.message !== '' ? error.message : codeOf(error) || String(error);
}

/** The code of a system error, such as ECONNREFUSED, or an empty text. */
function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

/** The file that it is about. */
function placeOf(error: unknown): string {
  return error instanceof Error && 'path' in error ? `${String(error.path)}: ` : '';
}
