import { readFileSync } from 'node:fs';
import { exitStatus, type Stop, stop } from './exit-status.js';
import { reasonOf } from './message-of.js';
import type { SpeakingWorld } from './voice.js';

/** Where the OMC is. */
export interface Address {
  readonly host: string;
  readonly port: number;
  /** Who vouches for the OMC, where it speaks HTTPS (PEM). */
  readonly ca?: string;
}

/** An OMC that listens everywhere is reached on loopback. */
const reachable = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
]);

/** Reads where the OMC is from OMC_HOST and OMC_PORT, and whether it speaks HTTPS from OMC_CA. */
export function readAddress({
  env,
  voice,
}: SpeakingWorld): { readonly ok: true; readonly address: Address } | Stop {
  const host = env['OMC_HOST'] || '127.0.0.1';
  const port = env['OMC_PORT'] || '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535)
    return stop(exitStatus.usage, voice.say('wrongPort', { given: port }));
  const address = { host: reachable.get(host) ?? host, port: Number(port) };
  const file = env['OMC_CA'];
  if (!file) return { ok: true, address };
  try {
    return { ok: true, address: { ...address, ca: readFileSync(file, 'utf8') } };
  } catch (error) {
    return stop(exitStatus.usage, voice.say('caUnreadable', { reason: reasonOf(error, voice) }));
  }
}

/** An address as messages and the Host header write it. */
export function hostAndPort({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
