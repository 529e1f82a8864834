import { exitStatus, type Stop, stop } from './exit-status.js';
import type { World } from './world.js';

/** Where the OMC is. */
export interface Address {
  readonly host: string;
  readonly port: number;
}

/** An OMC that listens everywhere is reached on loopback. */
const reachable = new Map([
  ['0.0.0.0', '127.0.0.1'],
  ['::', '::1'],
]);

/** Reads where the OMC is from OMC_HOST and OMC_PORT. */
export function readAddress({ env }: World): { readonly ok: true; readonly address: Address } | Stop {
  const host = env['OMC_HOST'] || '127.0.0.1';
  const port = env['OMC_PORT'] || '3000';
  if (!/^\d{1,5}$/.test(port) || Number(port) < 1 || Number(port) > 65535)
    return stop(exitStatus.usage, `OMC_PORT must be an integer from 1 to 65535; it is ${port}`);
  return { ok: true, address: { host: reachable.get(host) ?? host, port: Number(port) } };
}

/** An address as messages and the Host header write it. */
export function hostAndPort({ host, port }: Address): string {
  return host.includes(':') ? `[${host}]:${port}` : `${host}:${port}`;
}
